import type { Service } from "./pages.ts";
import { Reached } from "./reached.tsx";
import type { Words } from "./words.ts";

const List = ({ of }: { of: readonly string[] }) => (
	<ul>
		{of.map((text) => (
			<li key={text}>{text}</li>
		))}
	</ul>
);

/** What everyone may know of a service, in the words of its agreement: what it is, what it needs, how it is reached. */
export const ServicePage = ({ service, say }: { service: Service; say: Words }) => {
	const help = [...service.technicalTasks, ...service.contentTopics];
	return (
		<>
			<h1>{service.name}</h1>
			<p className="muted">{service.longName}</p>
			<p>
				<a className="button" href={`/vprasanje?storitev=${service.code}`}>
					{say.t("askAbout", { service: service.name })}
				</a>
			</p>
			<h2>{say.t("whatItIs")}</h2>
			<p>{service.shortDescription}</p>
			<h2>{say.t("whoFor")}</h2>
			<List of={service.userGroups.map((group) => group.label)} />
			<h2>{say.t("whatYouNeed")}</h2>
			<List of={[...service.technicalRequirements, ...service.accessPrerequisites]} />
			<h2>{say.t("howToReach")}</h2>
			<p className="prose">{service.accessInstructions}</p>
			<ul>
				{service.accessPoints.map((point) => (
					<li key={point.url}>
						<a href={point.url} rel="noreferrer">
							{point.url}
						</a>
					</li>
				))}
			</ul>
			{help.length > 0 && (
				<>
					<h2>{say.t("helpWith")}</h2>
					<List of={help} />
				</>
			)}
			<Reached reach={service} say={say} />
			<p className="muted">{say.t("supportSince", { date: say.proseDate(service.supportStart) })}</p>
		</>
	);
};
