import { Modal } from "@mantine/core";
import { type ClockId, type WhyView, why } from "../../../desk/clocks/contract.ts";
import { legalKinds } from "../../../desk/clocks/rules/kinds.ts";
import { useQuestion } from "../../api/queries.ts";
import type { Speech } from "../../text/speech.ts";
import { useText } from "../../text/use-text.tsx";
import { Asked } from "../state/asked.tsx";
import { ClauseChip } from "./clause-chip.tsx";
import { clauseOf, shownOf } from "./clock.view.ts";
import { DeadlinePill } from "./deadline-pill.tsx";
import { useNow } from "./now.tsx";
import { OpenHoursTimeline } from "./open-hours-timeline.tsx";
import { SettleLegal } from "./settle-legal.tsx";
import styles from "./why.module.css";
import { allowanceSentence, leftSentence, rowsOf } from "./why.view.ts";

/** The whole account of one deadline; on a phone a sheet. Esc gives the focus back to the pill. */
export const WhyDeadline = ({ id, onClose }: { id: ClockId | null; onClose: () => void }) => {
	const say = useText();
	return (
		<Modal
			opened={id !== null}
			onClose={onClose}
			title={say.t("time.title")}
			size={520}
			lockScroll={false}
			returnFocus
			closeButtonProps={{ "aria-label": say.t("app.close") }}
		>
			{id === null ? null : <Account id={id} />}
		</Modal>
	);
};

const Account = ({ id }: { id: ClockId }) => (
	<Asked question={useQuestion(why, { id }, { keepOld: false })}>{(found) => <WhyContent of={found} />}</Asked>
);

const WhyContent = ({ of }: { of: WhyView }) => {
	const say = useText();
	const now = useNow();
	const clock = shownOf(of.clock, now);
	const clause = clauseOf(of.clock.clause, say);
	const left = leftSentence(of, say);
	const isLegal = (legalKinds as readonly string[]).includes(of.clock.kind);
	return (
		<div className={styles["why"]}>
			<div className={styles["head"]}>
				<strong>
					{say.word("time", `name-${of.clock.kind}`)}
					{dueText(of.clock, say)}
				</strong>
				<ClauseChip
					text={clause.text}
					full={clause.full}
					agreementId={of.agreement?.id ?? null}
					{...(clause.anchor === null ? {} : { anchor: clause.anchor })}
				/>
			</div>
			{clock === null ? null : <DeadlinePill clock={clock} />}
			<p>
				{allowanceSentence(of, say)} ·{" "}
				{say.t("time.calendar", { name: say.word("time", `hours-${of.calendar.hours}`) })}
				{of.agreement === null ? "" : ` · ${say.t("desk.version", { number: of.agreement.number })}`}
			</p>
			<p>
				{say.t("time.started", { when: say.moment(of.clock.startedAt) })} ·{" "}
				{say.t("time.pauses", { n: of.pauses.length })}
				{of.clock.warnAt === null ? "" : ` · ${say.t("time.warning", { when: say.near(of.clock.warnAt, now) })}`}
			</p>
			{left === null ? null : <p>{left}</p>}
			<OpenHoursTimeline of={of} />
			{of.calendar.hours === "CALENDAR_DAYS" ? null : <Stretches of={of} />}
			<Notes of={of} />
			{isLegal && of.clock.state === "running" ? <SettleLegal clock={of.clock} /> : null}
		</div>
	);
};

/** A deadline by law is its last day, the others are moments. */
const dueText = ({ dueOn, dueAt }: WhyView["clock"], say: Speech): string => {
	if (dueOn !== null) return `: ${say.proseDate(dueOn)}`;
	return dueAt === null ? "" : `: ${say.weekdayMoment(dueAt)}`;
};

const Stretches = ({ of }: { of: WhyView }) => {
	const say = useText();
	return (
		<table className={styles["table"]}>
			<caption className="unseen">{say.t("time.windows")}</caption>
			<thead>
				<tr>
					<th scope="col">{say.t("time.day")}</th>
					<th scope="col">{say.t("time.hours")}</th>
					<th scope="col">{say.t("time.counted")}</th>
				</tr>
			</thead>
			<tbody>
				{rowsOf(of, say).map((row) => (
					<tr key={row.key}>
						<td>{row.day}</td>
						<td>{row.hours}</td>
						<td>{row.counted}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
};

/** Pauses, days that were not as the week says, and verdicts. */
const Notes = ({ of }: { of: WhyView }) => {
	const say = useText();
	const notes = [
		...(of.announcedOn === null ? [] : [say.t("time.announced", { day: say.proseDate(of.announcedOn) })]),
		...of.pauses.map((pause) =>
			pause.to === null
				? say.t("time.pauseOpen", { from: say.moment(pause.from) })
				: say.t("time.pauseRow", {
						from: say.moment(pause.from),
						to: say.moment(pause.to),
						span: say.span(pause.workingMs),
					}),
		),
		...of.days
			.filter((day) => !day.isCounted)
			.map((day) => say.t("time.dayNotCounted", { day: say.weekdayMoment(day.endsAt) })),
		...of.closedDays.map((day) => [say.weekdayDate(day.date), day.name ?? say.t(`time.${day.reason}`)].join(": ")),
		...of.verdicts.map((verdict) => say.t(`time.verdict-${verdict.verdict}`, { when: say.moment(verdict.at) })),
	];
	return notes.length === 0 ? null : (
		<ul className={styles["notes"]}>
			{notes.map((note) => (
				<li key={note}>{note}</li>
			))}
		</ul>
	);
};
