import type { ClockView, WhyView } from "../../../desk/clocks/contract.ts";
import { ClockKind } from "../../../desk/clocks/rules/kinds.ts";
import { deskZone } from "../../../kernel/slovenian.ts";
import { shownOf } from "./clock.view.ts";
import type { ClockState } from "./deadline.view.ts";

/** A target of the picture; its number stands in the drawing, in the list beside it and in the table. */
export type Target = {
	readonly number: number;
	readonly clock: ClockView;
	readonly state: ClockState;
	/** Whether its due time lies on the days that are drawn. */
	readonly isDrawn: boolean;
};
/** Shares of a line's length, from 0 to 1. On the line of a day real time, so that the night of a changed clock is as long as it is. */
export type Bar = { readonly kind: "open" | "worked" | "pause"; readonly from: number; readonly to: number };
export type Mark = {
	readonly kind: "due" | "warning" | "met";
	readonly target: Target;
	readonly at: number;
	/** Marks too close to stand side by side go to the next lane. */
	readonly lane: number;
};
export type Tick = { readonly at: number; readonly hour: number | null; readonly date: string };
/** One line of the drawing: a day, or a week where there are too many days. */
export type Line = {
	readonly kind: "line";
	readonly from: string;
	readonly to: string;
	/** Its length beside the longest line. */
	readonly length: number;
	/** Hours of its day where the clock changes within it. */
	readonly hours: number | null;
	readonly ticks: readonly Tick[];
	readonly bars: readonly Bar[];
	readonly marks: readonly Mark[];
	readonly now: number | null;
	/** Now falls on it, outside the hours that are drawn: said, for to stretch the drawing over a night would tell nothing. */
	readonly isNowOutside: boolean;
};
/** Days without an opening, or weeks without an event, said and not drawn. */
export type Gap = {
	readonly kind: "closed" | "left-out";
	readonly from: string;
	readonly to: string;
	readonly hasNow: boolean;
};
export type Timeline = {
	readonly scale: "days" | "weeks";
	readonly targets: readonly Target[];
	readonly lines: readonly (Line | Gap)[];
};

type Day = {
	readonly first: Temporal.PlainDate;
	readonly start: number;
	readonly end: number;
	readonly last: Temporal.PlainDate;
};
type Span = { readonly open: number; readonly close: number };

/** More days with an opening than this are drawn a week a line; more weeks than that, only those on which something happens. */
const mostDays = 7;
const mostWeeks = 7;
/** A mark's width as a share of the narrowest line. */
const markWidth = 0.12;
const hourMs = 3_600_000;

/** The targets that share a picture, numbered as they fall due; what stands still comes last. */
export const targetsOf = (clocks: readonly ClockView[], now: Temporal.Instant): Omit<Target, "isDrawn">[] => {
	const when = ({ dueAt }: ClockView) => (dueAt === null ? Number.POSITIVE_INFINITY : ms(dueAt));
	const order = ({ kind }: ClockView) => ClockKind.options.indexOf(kind);
	return clocks
		.toSorted((a, b) => (when(a) === when(b) ? order(a) - order(b) : when(a) - when(b)))
		.map((clock, index) => ({ number: index + 1, clock, state: shownOf(clock, now)?.state ?? "none" }));
};

/** The drawing of one clock's hours with all targets on those days. */
export const timelineOf = (
	why: Pick<WhyView, "clock" | "calendar" | "worked" | "pauses" | "drawn">,
	clocks: readonly ClockView[],
	now: Temporal.Instant,
): Timeline => {
	const days = daysBetween(ms(why.drawn.from), ms(why.drawn.to));
	const first = days[0]!.start;
	const end = days.at(-1)!.end;
	const targets = targetsOf(clocks, now).map((target) => ({
		...target,
		isDrawn: target.clock.dueAt !== null && isWithin(markMs(target.clock), first, end),
	}));
	const picture: Picture = { why, targets, now: now.epochMilliseconds };
	const shown = days.filter((day) => hasSomething(picture, day));
	const hours = hoursDrawn(picture, shown);
	if (why.calendar.hours !== "CALENDAR_DAYS" && shown.length <= mostDays) {
		return { scale: "days", targets, lines: linesOfDays(picture, days, shown, hours) };
	}
	return { scale: "weeks", targets, lines: linesOfWeeks(picture, days, hours) };
};

type Picture = {
	readonly why: Pick<WhyView, "clock" | "calendar" | "worked" | "pauses" | "drawn">;
	readonly targets: readonly Target[];
	readonly now: number;
};

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
const isWithin = (at: number, from: number, to: number): boolean => at >= from && at < to;

/** A due time that ends a day belongs to that day: a last millisecond stands for the midnight that nobody would name. */
const markMs = ({ dueAt }: ClockView): number => ms(dueAt ?? "") - 1;

const dateOf = (at: number): Temporal.PlainDate => local(at).toPlainDate();
const startOf = (date: Temporal.PlainDate): number => date.toZonedDateTime(deskZone).epochMilliseconds;

const daysBetween = (from: number, to: number): Day[] => {
	const last = dateOf(Math.max(from, to - 1));
	const days: Day[] = [];
	for (let date = dateOf(from); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
		days.push({ first: date, last: date, start: startOf(date), end: startOf(date.add({ days: 1 })) });
	}
	return days;
};

const spansOf = (stretches: readonly { readonly from: string; readonly to: string | null }[], now: number): Span[] =>
	stretches.map(({ from, to }) => ({ open: ms(from), close: to === null ? Math.max(now, ms(from)) : ms(to) }));

type Event = { readonly at: number; readonly kind: Mark["kind"]; readonly target: Target };

/** What the picture must show: due times, warnings of what still runs, and when what ended was met. */
const eventsOf = ({ targets }: Picture): Event[] =>
	targets.flatMap((target) => {
		const { dueAt, warnAt, endedAt, state } = target.clock;
		return [
			...(dueAt === null ? [] : [{ at: markMs(target.clock), kind: "due" as const, target }]),
			...(warnAt === null || endedAt !== null ? [] : [{ at: ms(warnAt), kind: "warning" as const, target }]),
			...(endedAt === null || state !== "met" ? [] : [{ at: ms(endedAt), kind: "met" as const, target }]),
		];
	});

const hasSomething = (picture: Picture, { start, end }: Day): boolean =>
	picture.why.drawn.open.some(({ from, to }) => ms(from) < end && ms(to) > start) ||
	eventsOf(picture).some(({ at }) => isWithin(at, start, end));

type Hours = readonly [from: number, until: number];

/** The stretch of a day that is drawn: whole wall hours, as long as they were. */
const cellOf = (date: Temporal.PlainDate, [from, until]: Hours): Span => ({
	open: wall(date, from),
	close: wall(date, until),
});

const linesOfDays = (picture: Picture, days: readonly Day[], shown: readonly Day[], hours: Hours): (Line | Gap)[] => {
	const longest = Math.max(...shown.map(({ first }) => cellOf(first, hours)).map(({ open, close }) => close - open));
	const usual = (hours[1] - hours[0]) * hourMs;
	return withGaps(picture, days, shown, "closed", (day) => {
		const { open, close } = cellOf(day.first, hours);
		return {
			...lineOf(picture, day, [{ open, close }], (at) => (Math.min(close, Math.max(open, at)) - open) / longest),
			length: (close - open) / longest,
			hours: close - open === usual ? null : (day.end - day.start) / hourMs,
			ticks: hourTicks(open, close, longest, hours[1] - hours[0] > 12 ? 6 : 2),
		};
	});
};

/** The wall hour of a day; 24 is the midnight that ends it. */
const wall = (date: Temporal.PlainDate, hour: number): number =>
	hour === 24
		? startOf(date.add({ days: 1 }))
		: date.toZonedDateTime({ timeZone: deskZone, plainTime: new Temporal.PlainTime(hour) }).epochMilliseconds;

/** Whole wall hours that take in every window and every event of the days drawn. */
const hoursDrawn = (picture: Picture, shown: readonly Day[]): Hours => {
	const spans = [
		...spansOf(picture.why.drawn.open, picture.now),
		// Days by law know no hours: their last day stands at the end of the line, whatever hours are drawn.
		...eventsOf(picture)
			.filter(({ target }) => target.clock.dueOn === null)
			.map(({ at }) => ({ open: at, close: at + 1 })),
	];
	const hours = shown.flatMap(({ start, end }) =>
		spans
			.filter(({ open, close }) => open < end && close > start)
			.map(({ open, close }) => [hourOf(Math.max(open, start)), close >= end ? 24 : hourAfter(close)] as const),
	);
	return [Math.min(...hours.map(([from]) => from), 23), Math.max(...hours.map(([, until]) => until), 1)];
};

const local = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(deskZone);
const hourOf = (at: number): number => local(at).hour;
/** The whole hour not before an instant. */
const hourAfter = (at: number): number => hourOf(at - 1) + 1;

const hourTicks = (start: number, end: number, longest: number, step: number): Tick[] => {
	const ticks: Tick[] = [];
	for (let at = start; at <= end; at += hourMs) {
		const shown = at === end && hourOf(at) === 0 ? 24 : hourOf(at);
		if (shown % step === 0 && ticks.at(-1)?.hour !== shown) {
			ticks.push({ at: (at - start) / longest, hour: shown, date: dateOf(at).toString() });
		}
	}
	return ticks;
};

/** A week a line, seven days side by side, of each the hours that are drawn. */
const linesOfWeeks = (picture: Picture, days: readonly Day[], hours: Hours): (Line | Gap)[] => {
	const monday = days[0]!.first.subtract({ days: days[0]!.first.dayOfWeek - 1 });
	const weeks: Day[] = [];
	for (let first = monday; startOf(first) < days.at(-1)!.end; first = first.add({ days: 7 })) {
		const next = first.add({ days: 7 });
		weeks.push({ first, last: next.subtract({ days: 1 }), start: startOf(first), end: startOf(next) });
	}
	const isTelling = (week: Day) =>
		week === weeks[0] ||
		week === weeks.at(-1) ||
		isWithin(picture.now, week.start, week.end) ||
		eventsOf(picture).some(({ at }) => isWithin(at, week.start, week.end)) ||
		picture.why.pauses.some(({ from }) => isWithin(ms(from), week.start, week.end));
	const shown = weeks.length <= mostWeeks ? weeks : weeks.filter(isTelling);
	return withGaps(picture, weeks, shown, "left-out", (week) => {
		const dates = [0, 1, 2, 3, 4, 5, 6].map((day) => week.first.add({ days: day }));
		const cells = dates.map((date) => cellOf(date, hours));
		const share = (at: number) => {
			const day = Math.max(
				0,
				dates.findLastIndex((date) => startOf(date) <= at),
			);
			const { open, close } = cells[day]!;
			return (day + Math.min(1, Math.max(0, (at - open) / (close - open)))) / 7;
		};
		return {
			...lineOf(picture, week, cells, share),
			ticks: dates.map((date, day) => ({ at: day / 7, hour: null, date: date.toString() })),
		};
	});
};

/** Every day or week in its order: drawn, or together with its neighbours as a gap. */
const withGaps = (
	{ now }: Picture,
	all: readonly Day[],
	shown: readonly Day[],
	kind: Gap["kind"],
	lineOfDay: (day: Day) => Line,
): (Line | Gap)[] => {
	const lines: (Line | Gap)[] = [];
	for (const day of all) {
		const before = lines.at(-1);
		const hasNow = isWithin(now, day.start, day.end);
		if (shown.includes(day)) lines.push(lineOfDay(day));
		else if (before !== undefined && before.kind !== "line") {
			lines[lines.length - 1] = { ...before, to: day.last.toString(), hasNow: before.hasNow || hasNow };
		} else lines.push({ kind, from: day.first.toString(), to: day.last.toString(), hasNow });
	}
	return lines;
};

/** A day or a week with everything that falls into its cells, where `share` puts it. */
const lineOf = (
	picture: Picture,
	{ first, last, start, end }: Day,
	cells: readonly Span[],
	share: (at: number) => number,
): Line => {
	const { why, now } = picture;
	const barsOf = (kind: Bar["kind"], spans: readonly Span[]): Bar[] =>
		spans.flatMap((span) =>
			cells
				.map(({ open, close }) => [Math.max(open, span.open), Math.min(close, span.close)] as const)
				.filter(([from, to]) => to > from)
				.map(([from, to]) => ({ kind, from: share(from), to: share(to) })),
		);
	const events = eventsOf(picture)
		.filter(({ at }) => isWithin(at, start, end))
		.map((event) => ({ ...event, at: share(event.kind === "due" ? event.at + 1 : event.at) }));
	const isNowOnIt = isWithin(now, start, end);
	const isNowDrawn = cells.some(({ open, close }) => isWithin(now, open, close));
	return {
		kind: "line",
		from: first.toString(),
		to: last.toString(),
		length: 1,
		hours: null,
		ticks: [],
		bars: [
			...(why.calendar.hours === "CALENDAR_DAYS" ? [] : barsOf("open", spansOf(why.drawn.open, now))),
			...barsOf("worked", spansOf(why.worked, now)),
			...barsOf("pause", spansOf(why.pauses, now)),
		],
		marks: [
			...inLanes(events.filter(({ kind }) => kind === "due")),
			...inLanes(events.filter(({ kind }) => kind !== "due")),
		],
		now: isNowDrawn ? share(now) : null,
		isNowOutside: isNowOnIt && !isNowDrawn,
	};
};

const inLanes = (marks: readonly Omit<Mark, "lane">[]): Mark[] => {
	const ends: number[] = [];
	return marks
		.toSorted((a, b) => a.at - b.at || a.target.number - b.target.number)
		.map((mark) => {
			const free = ends.findIndex((end) => mark.at - end >= markWidth);
			const lane = free === -1 ? ends.length : free;
			ends[lane] = mark.at;
			return { ...mark, lane };
		});
};
