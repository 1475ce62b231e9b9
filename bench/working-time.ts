import { spawnSync } from "node:child_process";
import path from "node:path";
import type { CalendarText } from "../src/desk/calendars/rules/calendar.ts";
import { calendarOf } from "../src/desk/calendars/rules/calendar.ts";
import { workingTimeOf } from "../src/desk/calendars/rules/horizon.ts";
import { workFreeDaysSi } from "../src/desk/calendars/rules/work-free-days-si.ts";
import { elapsed } from "../src/desk/calendars/rules/working-time.ts";
import {
	type Answerer,
	bareTable,
	dayjsBusinessTime,
	engine,
	momentBusinessTime,
	straightforward,
	zone,
} from "./working-time-contestants.ts";
import { foldMillion, recomputeMillion } from "./working-time-million.ts";

/** The packages compute in the zone of the process. */
process.env.TZ = zone;

const rounds = 7;
const sliceMs = 120;
const questions = 4096;
const calendarsInUse = 500;
const minute = 60_000;
const day = 86_400_000;
const firstDay = Date.UTC(2026, 1, 1);

const tell = (text: string) => console.error(text);
const print = (figure: Record<string, unknown>) => console.log(JSON.stringify(figure));
const rounded = (value: number) => Number(value.toPrecision(3));

/** Five days, Friday shorter; each of the five hundred opens and closes at a quarter of an hour of its own. */
const calendar = (shift: number): CalendarText => {
	const at = (minutes: number) =>
		`${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
	const weekday = [`${at(480 + (shift % 12) * 5)}-${at(960 + (shift % 40) * 5)}`];
	return {
		timeZone: zone,
		week: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: [`08:00-${at(780 + (shift % 20) * 5)}`] },
		workFreeDays: workFreeDaysSi.map(({ date }) => date),
		exceptions: [],
	};
};

const whole = (below: number) => Math.floor(Math.random() * below);
const froms = Float64Array.from({ length: questions }, () => firstDay + whole(400 * 1440) * minute);
const allowances = Float64Array.from({ length: questions }, () => (1 + whole(40 * 60)) * minute);
const picks = Int32Array.from({ length: questions }, () => whole(calendarsInUse));

type Contestant = { readonly name: string; readonly answerers: readonly Answerer[]; readonly rates: number[] };
type Question = "dueAt" | "elapsed30Days";

/** Calls in a second during one slice; `sum` keeps the compiler from leaving the work out. */
function slice({ answerers }: Contestant, question: Question): number {
	const one = answerers.length === 1;
	let [calls, sum] = [0, 0];
	const started = performance.now();
	let ended = started;
	while (ended - started < sliceMs) {
		for (let batch = 0; batch < 16; batch++, calls++) {
			const index = calls % questions;
			const answerer = answerers[one ? 0 : picks[index]!]!;
			const from = froms[index]!;
			sum += question === "dueAt" ? answerer.dueAt(from, allowances[index]!) : answerer.elapsed(from, from + 30 * day);
		}
		ended = performance.now();
	}
	if (Number.isNaN(sum)) throw new Error("an answer is no number");
	return (calls / (ended - started)) * 1000;
}

function compare(question: Question, calendars: number, contestants: readonly Contestant[]): void {
	tell(`${question}, ${calendars} calendar(s) …`);
	for (const contestant of contestants) slice(contestant, question);
	for (let round = 0; round < rounds; round++) {
		for (const contestant of contestants) contestant.rates.push(slice(contestant, question));
	}
	for (const { name, rates } of contestants) {
		const sorted = rates.splice(0).toSorted((a, b) => a - b);
		const median = sorted[sorted.length >> 1]!;
		const spread = `${rounded(sorted[0]! / median)}–${rounded(sorted.at(-1)! / median)}`;
		print({ name: `${question} ${name}`, value: rounded(median), unit: "calls/s", spread, calendars });
	}
}

const contestant = (name: string, ...answerers: Answerer[]): Contestant => ({ name, answerers, rates: [] });

/** Refuses to compare answers that are not the same. */
function agree(contestants: readonly Contestant[]): void {
	for (const { name, answerers } of contestants) {
		let differ = 0;
		for (let index = 0; index < 200; index++) {
			const [from, allowance] = [froms[index]!, allowances[index]!];
			const [ours, theirs] = [contestants[0]!.answerers[0]!, answerers[0]!];
			if (ours.dueAt(from, allowance) !== theirs.dueAt(from, allowance)) differ++;
			if (ours.elapsed(from, from + 30 * day) !== theirs.elapsed(from, from + 30 * day)) differ++;
		}
		print({ name: `answers unlike ours: ${name}`, value: differ, unit: "of 400" });
	}
}

const one = calendar(0);
const single = [
	contestant("engine", engine(one)),
	contestant("bare table", bareTable(one)),
	contestant("Temporal", straightforward(one)),
	contestant("dayjs-business-time", dayjsBusinessTime(one)),
	contestant("moment-business-time", momentBusinessTime(one)),
];
agree(single);
const texts = Array.from({ length: calendarsInUse }, (_, shift) => calendar(shift));
const many = [contestant("engine", ...texts.map(engine)), contestant("bare table", ...texts.map(bareTable))];
for (const question of ["dueAt", "elapsed30Days"] as const) {
	compare(question, 1, single);
	compare(question, calendarsInUse, many);
}

const compiling = performance.now();
const compiled = texts.map((text) => workingTimeOf(calendarOf(text)));
for (const time of compiled) elapsed(time, firstDay, firstDay + 2 * 365 * day);
print({ name: "compile two years", value: rounded((performance.now() - compiling) / calendarsInUse), unit: "ms" });
const [{ table }] = compiled as [(typeof compiled)[number]];
const bytes = table.opens.byteLength + table.before.byteLength + table.days.byteLength + table.starts.byteLength;
print({ name: "bytes of a calendar's tables", value: bytes, unit: "bytes", windows: table.opens.length });

tell("a million …");
print(recomputeMillion());
print(foldMillion());
// In processes of their own: their memory is to be their own.
for (const script of ["working-time-server.ts", "working-time-sweep.ts"]) {
	spawnSync(process.execPath, [path.join(import.meta.dirname, script)], { stdio: "inherit" });
}
