import type { WhyView } from "../../../desk/clocks/contract.ts";
import type { Speech } from "../../text/speech.ts";
import { shownOf } from "./clock.view.ts";
import { pillOf } from "./deadline.view.ts";
import type { Gap, Line, Target, Tick, Timeline } from "./timeline.view.ts";

export type TargetRow = {
	readonly number: number;
	readonly name: string;
	readonly falls: string;
	readonly warning: string;
	readonly state: string;
};

/** The targets of a drawing in words: the same that its marks say. */
export const targetRows = (targets: readonly Target[], now: Temporal.Instant, say: Speech): TargetRow[] =>
	targets.map(({ number, clock, isDrawn }) => {
		const shown = shownOf(clock, now);
		const falls = clock.dueOn === null ? clock.dueAt && say.moment(clock.dueAt) : say.date(clock.dueOn);
		return {
			number,
			name: say.t(`time.${clock.kind}`),
			falls: falls === null ? "–" : isDrawn ? falls : `${falls}, ${say.t("time.notDrawn")}`,
			warning: clock.warnAt === null || clock.endedAt !== null ? "–" : say.moment(clock.warnAt),
			state: shown === null ? "–" : pillOf(shown, now, say).words,
		};
	});

/** What the drawing shows, for the ear. */
export const drawingInWords = (
	{ targets }: Timeline,
	{ drawn, pauses }: Pick<WhyView, "drawn" | "pauses">,
	now: Temporal.Instant,
	say: Speech,
): string =>
	[
		`${say.t("time.timeline", { from: say.moment(drawn.from), to: say.moment(drawn.to) })}.`,
		say.t("time.timelineTargets", {
			list: targetRows(targets, now, say)
				.map(({ number, name, falls, state }) =>
					say.t("time.targetWords", { number, name, words: `${falls}, ${state}` }),
				)
				.join("; "),
		}),
		...pauses.map(({ from, to }) =>
			to === null
				? say.t("why.pauseOpen", { from: say.moment(from) })
				: say.t("why.pauseDays", { from: say.moment(from), to: say.moment(to) }),
		),
		`${say.t("time.now")}: ${say.moment(now.toString())}.`,
	].join(" ");

/** `čet., 12. 3.` for a day, `9. 3.–15. 3.` for a week. */
export const lineName = ({ from, to }: Line, say: Speech): string =>
	from === to ? say.weekdayDate(from) : `${say.dayMonth(from)}–${say.dayMonth(to)}`;

export const tickName = ({ hour, date }: Tick, say: Speech): string =>
	hour === null ? (say.weekdayDate(date).split(",")[0] ?? "") : String(hour).padStart(2, "0");

export const gapWords = ({ kind, from, to, hasNow }: Gap, now: Temporal.Instant, say: Speech): string => {
	if (kind === "left-out") return say.t("time.weeksLeftOut", { from: say.dayMonth(from), to: say.dayMonth(to) });
	const closed =
		from === to
			? say.t("time.closedDay", { from: say.weekdayDate(from) })
			: say.t("time.closedDays", { from: say.weekdayDate(from), to: say.weekdayDate(to) });
	return hasNow ? `${closed}; ${nowOutside(now, say)}` : closed;
};

/** Said where now cannot be drawn. */
export const nowOutside = (now: Temporal.Instant, say: Speech): string =>
	say.t("time.nowOutside", { time: say.time(now.toString()) });
