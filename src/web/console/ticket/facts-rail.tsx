import { IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { SetBadge } from "../../ui/badges/badges.tsx";
import { PriorityMark } from "../../ui/badges/priority-mark.tsx";
import { Facts } from "../../ui/form/facts.tsx";
import { ClockList } from "../../ui/time/clock-list.tsx";
import { TicketTimeline } from "../../ui/time/ticket-timeline.tsx";
import { checksOf } from "./checks.view.ts";
import { Deliveries } from "./deliveries.tsx";
import { EscalationPart } from "./escalation-part.tsx";
import styles from "./ticket.module.css";

/** Everything known of a ticket, next to its conversation: deadlines first. */
export const FactsRail = ({
	ticket,
	clocks,
	onWhy,
	isSecondLevel = false,
}: {
	ticket: TicketView;
	clocks: readonly ClockView[];
	onWhy: (id: ClockId) => void;
	isSecondLevel?: boolean;
}) => {
	const say = useText();
	return (
		<>
			{clocks.length === 0 ? null : (
				<Part title={say.t("ticket.clocks")}>
					<ClockList clocks={clocks} onWhy={onWhy} />
					<TicketTimeline clocks={clocks} />
				</Part>
			)}
			{isSecondLevel ? null : <EscalationPart ticket={ticket} />}
			<Part title={say.t("ticket.facts")}>
				<Classified ticket={ticket} isSecondLevel={isSecondLevel} />
			</Part>
			{ticket.reporter === null ? null : (
				<Part title={say.t("ticket.reporter")}>
					<Reporter ticket={ticket} />
				</Part>
			)}
			{isSecondLevel ? null : <CloseChecklist ticket={ticket} />}
			<Links ticket={ticket} />
			{isSecondLevel ? null : <Deliveries ticketId={ticket.id} />}
			<Part title={say.t("ticket.received")}>
				<Course ticket={ticket} />
			</Part>
		</>
	);
};

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
	<section aria-label={title}>
		<h2>{title}</h2>
		{children}
	</section>
);

const Classified = ({ ticket, isSecondLevel }: { ticket: TicketView; isSecondLevel: boolean }) => {
	const say = useText();
	const answer = (value: boolean | null) => (value === null ? null : say.t(value ? "words.yes" : "words.no"));
	return (
		<>
			<Facts
				of={[
					[say.t("ticket.service"), ticket.service?.name],
					[say.t("ticket.type"), ticket.type === null ? null : say.t(`words.type-${ticket.type}`)],
					[say.t("ticket.set"), ticket.set === null ? null : <SetBadge key="set" set={ticket.set} />],
					[
						say.t("ticket.category"),
						ticket.category === null ? null : `${ticket.category.code} ${ticket.category.label}`,
					],
					[say.t("ticket.effect"), ticket.effect === null ? null : say.t(`words.effect-${ticket.effect}`)],
					[say.t("ticket.soleChannel"), answer(ticket.soleChannel)],
					[say.t("ticket.requiresOtherBodies"), answer(ticket.requiresOtherBodies)],
					[
						say.t("ticket.priority"),
						ticket.priority === null ? null : <PriorityMark key="priority" priority={ticket.priority} />,
					],
					[say.t("ticket.owner"), ticket.owner?.name ?? say.t("ticket.nobody")],
					[say.t("ticket.userDeadline"), ticket.userDeadline === null ? null : say.date(ticket.userDeadline)],
					[say.t("ticket.competentBody"), ticket.competentBody],
					[
						say.t("ticket.agreement"),
						ticket.agreementId === null ? null : (
							<Link key="agreement" to="/app/agreements/$id" params={{ id: ticket.agreementId }}>
								{say.t("ticket.agreementLink")}
							</Link>
						),
					],
				]}
			/>
			{(ticket.priority?.flags.length ?? 0) === 0 ? null : (
				<ul aria-label={say.t("ticket.flags")}>
					{ticket.priority?.flags.map((flag) => (
						<li key={flag}>{say.t(`ticket.flag-${flag}`)}</li>
					))}
				</ul>
			)}
			{!ticket.isRestricted || isSecondLevel ? null : (
				<Facts
					of={[
						[
							say.t("ticket.namedPersons"),
							ticket.namedPersons.length === 0
								? say.t("ticket.nobodyNamed")
								: ticket.namedPersons.map(({ name }) => name).join(", "),
						],
					]}
				/>
			)}
			{ticket.otherBodies.length === 0 ? null : (
				<ul aria-label={say.t("ticket.otherBodies")}>
					{ticket.otherBodies.map((body) => (
						<li key={body.id}>
							{body.askedAt === null
								? body.name
								: body.answeredAt === null
									? say.t("ticket.otherBodyOpen", { name: body.name, asked: say.moment(body.askedAt) })
									: say.t("ticket.otherBody", {
											name: body.name,
											asked: say.moment(body.askedAt),
											answered: say.moment(body.answeredAt),
										})}
						</li>
					))}
				</ul>
			)}
		</>
	);
};

const Reporter = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const reporter = ticket.reporter;
	return (
		<Facts
			of={[
				[say.t("people.name"), reporter?.name],
				[say.t("people.email"), reporter?.email],
				[say.t("people.phone"), reporter?.phone],
				[say.t("ticket.group"), reporter == null ? null : say.word("words", `userGroup-${reporter.group}`)],
			]}
		/>
	);
};

const Course = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const times = (n: number) => (n === 0 ? null : say.t("ticket.times", { n }));
	return (
		<Facts
			of={[
				[say.t("ticket.received"), say.moment(ticket.receivedAt)],
				[say.t("ticket.channel"), say.t(`words.channel-${ticket.channel}`)],
				[say.t("ticket.waitingSince"), ticket.waitingSince === null ? null : say.moment(ticket.waitingSince)],
				[
					say.t("ticket.expectedOn"),
					ticket.interimReplyExpectedOn === null ? null : say.date(ticket.interimReplyExpectedOn),
				],
				[say.t("ticket.reopenableUntil"), ticket.reopenableUntil === null ? null : say.moment(ticket.reopenableUntil)],
				[say.t("ticket.handOvers"), times(ticket.counts.handOvers)],
				[say.t("ticket.returns"), times(ticket.counts.returns)],
				[say.t("ticket.reopenings"), times(ticket.counts.reopenings)],
			]}
		/>
	);
};

/** What must be there before the ticket can be closed. */
const CloseChecklist = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	if (["closed", "spam", "redirected"].includes(ticket.state)) return null;
	return (
		<Part title={say.t("ticket.closeChecklist")}>
			<ul className={styles["list"]}>
				{checksOf(ticket).map((check) => (
					<li key={check.name}>
						{check.isDone ? <IconCircleCheck size={16} aria-hidden /> : <IconCircleDashed size={16} aria-hidden />}
						<span>
							{say.t(`ticket.check-${check.name}`)}
							<span className="unseen">: {say.t(check.isDone ? "ticket.checkDone" : "ticket.checkOpen")}</span>
						</span>
					</li>
				))}
			</ul>
		</Part>
	);
};

const Links = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const all = [
		...(ticket.parent === null ? [] : [{ ...ticket.parent, isParent: true }]),
		...ticket.linked.map((one) => ({ ...one, isParent: false })),
	];
	if (all.length === 0) return null;
	return (
		<Part title={say.t("ticket.linked")}>
			<ul className={styles["list"]}>
				{all.map((one) => (
					<li key={one.id}>
						<Link to="/app/tickets/$ticket" params={{ ticket: one.id }}>
							{say.t("ticket.title", { number: one.number, subject: one.subject })}
						</Link>
						<span>{one.isParent ? say.t("ticket.parent") : say.t(`ticket.link-${one.kind}`)}</span>
					</li>
				))}
			</ul>
		</Part>
	);
};
