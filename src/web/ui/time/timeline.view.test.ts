import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClockView, WhyView } from "../../../desk/clocks/contract.ts";
import { type Line, timelineOf } from "./timeline.view.ts";

const zone = "Europe/Ljubljana";
const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString();
const instant = (wall: string) => Temporal.Instant.from(at(wall));

const clock = (kind: ClockView["kind"], more: Partial<ClockView>): ClockView =>
	({
		id: kind,
		kind,
		state: "running",
		startedAt: at("2026-03-12T14:05"),
		opensAt: null,
		dueAt: null,
		dueOn: null,
		warnAt: null,
		endedAt: null,
		isBreached: false,
		...more,
	}) as ClockView;

type Drawn = Parameters<typeof timelineOf>[0];
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const whyOf = (drawn: Drawn["drawn"], more: Partial<Drawn> = {}, hours: WhyView["calendar"]["hours"] = "TECHNICAL") =>
	({ calendar: { hours }, worked: [], pauses: [], drawn, ...more }) as unknown as Drawn;
const linesOf = (timeline: ReturnType<typeof timelineOf>): Line[] =>
	timeline.lines.flatMap((line) => (line.kind === "line" ? [line] : []));
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** R03: handed over on Thursday 12. 3. at 14:05; response in 1 hour, resolution in 4, answer within 15 days. */
const response = clock("RESPONSE", { dueAt: at("2026-03-12T15:05"), warnAt: at("2026-03-12T14:50") });
const resolution = clock("RESOLUTION", { dueAt: at("2026-03-13T10:05"), warnAt: at("2026-03-13T09:05") });
const statutory = clock("STATUTORY", { dueAt: at("2026-03-28T00:00"), dueOn: "2026-03-27" });
const twoDays = whyOf(
	{
		...span("2026-03-12T14:05", "2026-03-13T10:05"),
		open: [span("2026-03-12T08:00", "2026-03-12T16:00"), span("2026-03-13T08:00", "2026-03-13T14:30")],
	},
	{ worked: [span("2026-03-12T14:05", "2026-03-12T16:00"), span("2026-03-13T08:00", "2026-03-13T10:05")] },
);

describe("the drawing of a ticket's targets", () => {
	const timeline = timelineOf(twoDays, [statutory, resolution, response], instant("2026-03-12T15:00"));
	const [thursday, friday] = linesOf(timeline);

	test("numbered as they fall due; one outside the drawn days says so", () => {
		assert.deepEqual(
			timeline.targets.map(({ number, clock: { kind }, state, isDrawn }) => [number, kind, state, isDrawn]),
			[
				[1, "RESPONSE", "soon", true],
				[2, "RESOLUTION", "running", true],
				[3, "STATUTORY", "running", false],
			],
		);
	});
	test("due times and warnings stand on their own day, at their own hour", () => {
		assert.equal(timeline.scale, "days");
		const marksOf = (line: Line | undefined) =>
			line?.marks.map(({ kind, target, at: share }) => [kind, target.number, rounded(share * 8 + 8)]);
		assert.deepEqual(marksOf(thursday), [
			["due", 1, rounded(15 + 5 / 60)],
			["warning", 1, rounded(14 + 50 / 60)],
		]);
		assert.deepEqual(marksOf(friday), [
			["due", 2, rounded(10 + 5 / 60)],
			["warning", 2, rounded(9 + 5 / 60)],
		]);
	});
	test("what counted, open hours and now", () => {
		assert.deepEqual(
			thursday?.bars.map(({ kind, from, to }) => [kind, rounded(from), rounded(to)]),
			[
				["open", 0, 1],
				["worked", rounded((6 + 5 / 60) / 8), 1],
			],
		);
		assert.deepEqual([thursday?.now, friday?.now], [7 / 8, null]);
		assert.deepEqual(friday?.bars[0], { kind: "open", from: 0, to: 6.5 / 8 });
	});
	test("a late one stays where it was due, a met one shows when it was met and no warning", () => {
		const met = clock("RESPONSE", { ...response, state: "met", endedAt: at("2026-03-12T14:30") });
		const late = clock("RESOLUTION", { ...resolution, isBreached: true });
		const later = timelineOf(twoDays, [met, late], instant("2026-03-13T12:00"));
		assert.deepEqual(
			linesOf(later).map(({ marks }) => marks.map(({ kind, target }) => `${kind} ${target.number} ${target.state}`)),
			[
				["due 1 met", "met 1 met"],
				["due 2 late", "warning 2 late"],
			],
		);
	});
	test("the last day of an answer by law is drawn at the end of its day, and stretches no hours", () => {
		const more = { dueAt: at("2026-03-13T00:00"), dueOn: "2026-03-12", warnAt: at("2026-03-12T03:12") };
		const [line] = linesOf(timelineOf(twoDays, [resolution, clock("STATUTORY", more)], instant("2026-03-12T15:00")));
		assert.deepEqual(
			line?.marks.map(({ kind, at: share }) => [kind, share]),
			[
				["due", 1],
				["warning", 0],
			],
		);
	});
	test("a pause that goes on ends at now; marks too close take another lane", () => {
		const close = clock("RESOLUTION", { dueAt: at("2026-03-12T15:20") });
		const why = { ...twoDays, pauses: [{ from: at("2026-03-12T14:30"), to: null, workingMs: 0 }] };
		const [line] = linesOf(timelineOf(why, [response, close], instant("2026-03-12T15:00")));
		assert.deepEqual(
			line?.bars.filter(({ kind }) => kind === "pause"),
			[{ kind: "pause", from: 6.5 / 8, to: 7 / 8 }],
		);
		assert.deepEqual(
			line?.marks.filter(({ kind }) => kind === "due").map(({ lane }) => lane),
			[0, 1],
		);
	});
	test("paused: no due time to draw, but the target keeps its number, the last", () => {
		const paused = clock("RESOLUTION", { state: "paused" });
		const { targets } = timelineOf(twoDays, [paused, statutory], instant("2026-03-12T15:00"));
		assert.deepEqual(
			targets.map(({ clock: { kind }, isDrawn }) => [kind, isDrawn]),
			[
				["STATUTORY", false],
				["RESOLUTION", false],
			],
		);
	});
});

const days = (from: string, until: string, open: (date: string, weekday: number) => [string, string] | null) => {
	const found: ReturnType<typeof span>[] = [];
	const last = Temporal.PlainDate.from(until);
	for (
		let day = Temporal.PlainDate.from(from);
		Temporal.PlainDate.compare(day, last) <= 0;
		day = day.add({ days: 1 })
	) {
		const hours = open(day.toString(), day.dayOfWeek);
		if (hours) found.push(span(`${day}T${hours[0]}`, `${day}T${hours[1]}`));
	}
	return found;
};
const office = (_date: string, weekday: number): [string, string] | null => (weekday > 5 ? null : ["08:00", "16:00"]);

describe("more days than can be drawn", () => {
	test("now at night is said, for the drawing keeps to the open hours; on a closed day its gap says it", () => {
		const night = linesOf(timelineOf(twoDays, [response], instant("2026-03-12T22:30")));
		assert.deepEqual(
			night.map(({ now, isNowOutside, bars }) => [now, isNowOutside, bars[0]?.to]),
			[
				[null, true, 1],
				[null, false, 6.5 / 8],
			],
		);
		const why = whyOf({
			...span("2026-03-13T12:00", "2026-03-16T10:00"),
			open: days("2026-03-13", "2026-03-16", office),
		});
		assert.deepEqual(
			timelineOf(why, [], instant("2026-03-15T10:00")).lines.map((line) => line.kind === "closed" && line.hasNow),
			[false, true, false],
		);
	});
	test("a weekend is one line of words", () => {
		const why = whyOf({
			...span("2026-03-13T12:00", "2026-03-17T10:00"),
			open: days("2026-03-13", "2026-03-17", office),
		});
		assert.deepEqual(
			timelineOf(why, [], instant("2026-03-13T13:00")).lines.map(({ kind, from, to }) => [kind, from, to]),
			[
				["line", "2026-03-13", "2026-03-13"],
				["closed", "2026-03-14", "2026-03-15"],
				["line", "2026-03-16", "2026-03-16"],
				["line", "2026-03-17", "2026-03-17"],
			],
		);
	});
	test("eight days with an opening and more: a week a line, days at their places", () => {
		const due = clock("RESOLUTION", { dueAt: at("2026-03-24T16:00") });
		const why = whyOf({
			...span("2026-03-12T14:05", "2026-03-24T16:00"),
			open: days("2026-03-12", "2026-03-24", office),
		});
		const timeline = timelineOf(why, [due], instant("2026-03-13T12:00"));
		assert.equal(timeline.scale, "weeks");
		assert.deepEqual(
			timeline.lines.map(({ from, to }) => [from, to]),
			[
				["2026-03-09", "2026-03-15"],
				["2026-03-16", "2026-03-22"],
				["2026-03-23", "2026-03-29"],
			],
		);
		const [first, , last] = linesOf(timeline);
		assert.equal(rounded(first!.now! * 7), 4.5, "Friday, half of its open hours");
		assert.equal(rounded(last!.marks[0]!.at * 7), 2, "Tuesday's closing");
		assert.deepEqual(
			first!.bars.map(({ from, to }) => [rounded(from * 7), rounded(to * 7)]),
			[
				[3, 4],
				[4, 5],
			],
		);
	});
	test("months: the weeks at the edges and those on which something happens, the others said in words", () => {
		const due = clock("RESOLUTION", { dueAt: at("2026-06-30T16:00"), warnAt: at("2026-05-20T10:00") });
		const why = whyOf({
			...span("2026-01-12T08:00", "2026-06-30T16:00"),
			open: days("2026-01-12", "2026-06-30", office),
		});
		assert.deepEqual(
			timelineOf(why, [due], instant("2026-02-03T12:00")).lines.map(({ kind, from }) => [kind, from]),
			[
				["line", "2026-01-12"],
				["left-out", "2026-01-19"],
				["line", "2026-02-02"],
				["left-out", "2026-02-09"],
				["line", "2026-05-18"],
				["left-out", "2026-05-25"],
				["line", "2026-06-29"],
			],
		);
	});
	test("the answer by law alone: weeks, whatever the length", () => {
		const why = whyOf(
			{ ...span("2026-03-12T09:00", "2026-03-28T00:00"), open: [span("2026-03-12T00:00", "2026-03-28T00:00")] },
			{},
			"CALENDAR_DAYS",
		);
		const timeline = timelineOf(why, [statutory], instant("2026-03-13T12:00"));
		assert.deepEqual([timeline.scale, timeline.lines.length, timeline.targets[0]?.isDrawn], ["weeks", 3, true]);
	});
});

describe("a day on which the clock changes is as long as it is", () => {
	const legal = (from: string, to: string, open: ReturnType<typeof span>) =>
		timelineOf(
			whyOf({ from, to, open: [open] }, { worked: [{ from, to }] }, "ALWAYS"),
			[clock("NIS2_EARLY_WARNING", { dueAt: to })],
			Temporal.Instant.from(from),
		);

	test("25. 10. 2026 has 25 hours: the hour that comes twice is drawn twice", () => {
		const first = Temporal.Instant.from("2026-10-25T02:15+02:00").toString();
		const timeline = legal(first, "2026-10-26T00:15:00Z", span("2026-10-25T00:00", "2026-10-27T00:00"));
		const [sunday, monday] = linesOf(timeline);
		assert.deepEqual([sunday?.hours, monday?.hours], [25, null]);
		assert.deepEqual([sunday?.length, monday?.length], [1, 24 / 25]);
		assert.equal(sunday?.now, 2.25 / 25);
		assert.deepEqual(
			sunday?.ticks.map(({ hour, at: share }) => [hour, rounded(share * 25)]),
			[
				[0, 0],
				[6, 7],
				[12, 13],
				[18, 19],
				[24, 25],
			],
		);
		const drawn = timeline.lines
			.flatMap((line) => (line.kind === "line" ? line.bars : []))
			.filter(({ kind }) => kind === "worked")
			.reduce((sum, { from, to }) => sum + (to - from) * 25, 0);
		assert.equal(rounded(drawn), 24, "24 hours are 24 hours long");
		const second = timelineOf(
			whyOf({ ...span("2026-10-25T00:00", "2026-10-25T12:00"), open: [span("2026-10-25T00:00", "2026-10-25T12:00")] }),
			[clock("RESOLUTION", { dueAt: "2026-10-25T01:15:00Z" }), clock("RESPONSE", { dueAt: "2026-10-25T00:15:00Z" })],
			instant("2026-10-25T11:00"),
		);
		assert.deepEqual(
			linesOf(second)[0]?.marks.map(({ target, at: share }) => [target.clock.kind, rounded(share * 13)]),
			[
				["RESPONSE", 2.25],
				["RESOLUTION", 3.25],
			],
			"02:15 and an hour later 02:15",
		);
	});
	test("29. 3. 2026 has 23 hours: the hour that never was takes no room", () => {
		const timeline = legal(
			at("2026-03-28T12:00"),
			at("2026-03-29T13:00"),
			span("2026-03-28T00:00", "2026-03-30T00:00"),
		);
		const [saturday, sunday] = linesOf(timeline);
		assert.deepEqual([saturday?.hours, sunday?.hours], [null, 23]);
		assert.equal(sunday?.length, 23 / 24);
		assert.deepEqual(
			sunday?.ticks.map(({ hour, at: share }) => [hour, rounded(share * 24)]),
			[
				[0, 0],
				[6, 5],
				[12, 11],
				[18, 17],
				[24, 23],
			],
		);
		assert.deepEqual(
			sunday?.marks.map(({ at: share }) => rounded(share * 24)),
			[12],
		);
	});
	test("office hours of that day know nothing of the night", () => {
		const why = whyOf({
			...span("2026-10-25T08:00", "2026-10-25T16:00"),
			open: [span("2026-10-25T08:00", "2026-10-25T16:00")],
		});
		const [line] = linesOf(timelineOf(why, [], instant("2026-10-25T09:00")));
		assert.deepEqual([line?.hours, line?.length, line?.now], [null, 1, 1 / 8]);
	});
});
