import type { ClockView } from "../../../desk/clocks/contract.ts";
import type { Speech } from "../../text/speech.ts";
import type { ClockShown, ClockState } from "./deadline.view.ts";

/** A clock of the desk as the pill shows it; null for one that was called off. Late and soon follow from the time on screen. */
export const shownOf = (clock: ClockView, now: Temporal.Instant): ClockShown | null => {
	if (clock.state === "cancelled") return null;
	return {
		kind: clock.kind,
		state: stateOf(clock, now),
		dueAt: clock.dueAt,
		endedAt: clock.endedAt,
		opensAt: clock.opensAt,
		isWaitingForUser: clock.state === "paused",
	};
};

const stateOf = (clock: ClockView, now: Temporal.Instant): ClockState => {
	if (clock.state === "met") return clock.isBreached ? "metLate" : "met";
	if (clock.state === "paused") return "paused";
	if (isPast(clock.dueAt, now)) return "late";
	return isPast(clock.warnAt, now) ? "soon" : "running";
};

const isPast = (instant: string | null, now: Temporal.Instant): boolean =>
	instant !== null && Temporal.Instant.compare(now, instant) > 0;

/** What the chip beside a due time says: `§ I.11 A Kritičen`, `17. čl. UUP`; and the full name behind it. */
export const clauseOf = (
	clause: ClockView["clause"],
	say: Speech,
): { text: string; full: string; anchor: string | null } => {
	const isClause = /^I{1,2}\.\d+$/.test(clause.section);
	if (!isClause) {
		return {
			text: say.word("time", `law-${clause.section}`),
			full: say.word("time", `lawFull-${clause.section}`),
			anchor: null,
		};
	}
	const row = clause.row === null ? "" : rowName(clause.row, say);
	const heading = say.word("agreement", clause.section);
	return {
		text: ["§", clause.section, clause.table, row].filter(Boolean).join(" "),
		full: [say.t("time.clause", { number: clause.section, heading }), clause.table, row].filter(Boolean).join(", "),
		anchor: clause.section,
	};
};

export const rowName = (row: string, say: Speech): string =>
	row === "TECHNICAL" || row === "CONTENT" ? say.word("words", `set-${row}`) : say.word("words", `priority-${row}`);
