import type { WhyView } from "../../../desk/clocks/contract.ts";
import { deskZone } from "../../../kernel/slovenian.ts";
import type { Speech } from "../../text/speech.ts";

export type WhyRow = { readonly key: string; readonly day: string; readonly hours: string; readonly counted: string };

/** The stretches that count as rows of a table: day, hours, how much; their sum is the allowance. */
export const rowsOf = (why: WhyView, say: Speech): WhyRow[] =>
	why.worked.map(({ from, to }) => ({
		key: from,
		day: say.weekdayDate(localDay(from).toString()),
		hours: `${say.time(from)}–${say.time(to)}`,
		counted: say.span(msBetween(from, to)),
	}));

/** What was promised, in the unit it was promised in. */
export const allowanceSentence = (why: WhyView, say: Speech): string => {
	const { unit, amount } = why.clock.allowance;
	if (unit === "ms") {
		return say.t(why.calendar.hours === "ALWAYS" ? "time.allowanceAlways" : "time.allowance", {
			span: say.span(amount),
		});
	}
	return say.t(why.calendar.hours === "CALENDAR_DAYS" ? "time.calendarDays" : "time.allowanceDays", { n: amount });
};

/** What is left of a clock that stands still; null while it runs. */
export const leftSentence = (why: WhyView, say: Speech): string | null => {
	const { left } = why.clock;
	if (left === null) return null;
	return left.unit === "ms"
		? say.t("time.left", { span: say.span(left.amount) })
		: say.t("time.leftDays", { n: left.amount });
};

/** Shares of the drawn hours of one day, from 0 to 1. */
export type Bar = { readonly kind: "open" | "worked" | "pause"; readonly from: number; readonly to: number };
export type DrawnDay = {
	readonly date: string;
	readonly bars: readonly Bar[];
	readonly due: number | null;
	readonly now: number | null;
};
export type Timeline = { readonly fromHour: number; readonly untilHour: number; readonly days: readonly DrawnDay[] };

/** More days than this are told by the table alone. */
const mostDays = 12;

/** The days from the start to the due time with their open hours, what counted, pauses, the due time and now; null when too long. */
export const timelineOf = (why: WhyView, now: Temporal.Instant): Timeline | null => {
	const end = why.clock.dueAt ?? why.worked.at(-1)?.to ?? why.clock.startedAt;
	const [first, last] = [localDay(why.clock.startedAt), localDay(end)];
	if (why.calendar.hours === "CALENDAR_DAYS" || first.until(last).days >= mostDays) return null;
	const windows = [...why.calendar.week.flat(), ...why.closedDays.flatMap((day) => day.windows)].map(minutesOf);
	const stretches = [
		...why.worked,
		...why.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? now.toString() })),
	];
	const edges = stretches.flatMap(({ from, to }) =>
		localDay(from).equals(localDay(to)) ? [minute(from), minute(to)] : [],
	);
	const fromHour = Math.floor(Math.min(...windows.map(({ from }) => from), ...edges, 8 * 60) / 60);
	const untilHour = Math.ceil(Math.max(...windows.map(({ to }) => to), ...edges, 16 * 60) / 60);
	const share = (minutes: number) => Math.min(1, Math.max(0, (minutes / 60 - fromHour) / (untilHour - fromHour)));
	const days: DrawnDay[] = [];
	for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
		days.push(drawnDay(why, day, now, share));
	}
	return {
		fromHour,
		untilHour,
		days: days.filter((day) => day.bars.length > 0 || day.due !== null || day.now !== null),
	};
};

const drawnDay = (
	why: WhyView,
	day: Temporal.PlainDate,
	now: Temporal.Instant,
	share: (minutes: number) => number,
): DrawnDay => {
	const other = why.closedDays.find(({ date }) => date === day.toString());
	const open = (other?.windows ?? why.calendar.week[day.dayOfWeek - 1] ?? []).map(minutesOf);
	const within = (kind: Bar["kind"], from: string, to: string): Bar[] => {
		const [start, end] = [localDay(from), localDay(to)];
		if (Temporal.PlainDate.compare(start, day) > 0 || Temporal.PlainDate.compare(end, day) < 0) return [];
		return [
			{
				kind,
				from: share(start.equals(day) ? minute(from) : 0),
				to: share(end.equals(day) ? minute(to) : 24 * 60),
			},
		];
	};
	const at = (instant: string | null) =>
		instant !== null && localDay(instant).equals(day) ? share(minute(instant)) : null;
	return {
		date: day.toString(),
		bars: [
			...open.map(({ from, to }) => ({ kind: "open" as const, from: share(from), to: share(to) })),
			...why.pauses.flatMap((pause) => within("pause", pause.from, pause.to ?? now.toString())),
			...why.worked.flatMap(({ from, to }) => within("worked", from, to)),
		],
		due: at(why.clock.dueAt),
		now: at(now.toString()),
	};
};

const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(deskZone);
const localDay = (instant: string): Temporal.PlainDate => local(instant).toPlainDate();
const minute = (instant: string): number => local(instant).hour * 60 + local(instant).minute;
const msBetween = (from: string, to: string): number =>
	Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;

const minutesOf = (window: string): { from: number; to: number } => {
	const [from = "0:0", to = "0:0"] = window.split("-");
	const one = (text: string) => {
		const [hours = 0, minutes = 0] = text.split(":").map(Number);
		return hours * 60 + minutes;
	};
	return { from: one(from), to: one(to) };
};
