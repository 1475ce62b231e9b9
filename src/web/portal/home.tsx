import type { Page } from "./pages.ts";
import { Reached } from "./reached.tsx";
import type { Words } from "./words.ts";

export const Home = ({ page, say }: { page: Extract<Page, { kind: "home" }>; say: Words }) => (
	<>
		<h1>{say.t("homeTitle")}</h1>
		<p className="lead">{say.t("homeLead")}</p>
		<p>
			<a className="button" href="/vprasanje">
				{say.t("ask")}
			</a>
		</p>
		<h2>{say.t("services")}</h2>
		{page.services.length === 0 ? (
			<p>{say.t("noServices")}</p>
		) : (
			<ul className="cards">
				{page.services.map((service) => (
					<li key={service.code}>
						<h3>
							<a href={`/storitve/${service.code}`}>{service.name}</a>
						</h3>
						<p>{service.shortDescription}</p>
					</li>
				))}
			</ul>
		)}
		{page.reach && <Reached reach={page.reach} say={say} />}
	</>
);
