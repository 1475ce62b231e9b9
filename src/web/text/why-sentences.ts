import type { WhyView } from "../../desk/clocks/contract.ts";
import { canPause } from "../../desk/clocks/rules/kinds.ts";
import { deskZone, weekday } from "../../kernel/slovenian.ts";
import { daysOf } from "../ui/agreement/week.view.ts";
import { clauseOf, rowName } from "../ui/time/clock.view.ts";
import { rowsOf, sumOf } from "../ui/time/why.view.ts";
import type { Speech } from "./speech.ts";

/** Which part of the account a sentence tells; a screen may leave out what it shows as a table. */
export type WhyPart =
	| "due"
	| "left"
	| "source"
	| "allowance"
	| "calendar"
	| "start"
	| "windows"
	| "pauses"
	| "days"
	| "moves"
	| "end";
export type WhySentence = { readonly part: WhyPart; readonly text: string };

/** The whole account of a due time as sentences, in the order in which somebody would tell it (A-42, `working-time.md` 16). */
export const whySentences = (why: WhyView, say: Speech): WhySentence[] => {
	const parts: [part: WhyPart, texts: readonly string[]][] = [
		["due", [dueOf(why, say)]],
		["left", why.clock.left === null ? [] : [leftOf(why.clock.left, say)]],
		["source", [sourceOf(why, say)]],
		["allowance", [allowanceOf(why, say)]],
		["calendar", calendarOf(why, say)],
		["start", [startOf(why, say)]],
		["windows", windowsOf(why, say)],
		["pauses", pausesOf(why, say)],
		["days", closedDaysOf(why, say)],
		["moves", movesOf(why, say)],
		["end", endOf(why, say)],
	];
	return parts.flatMap(([part, texts]) => texts.map((text) => ({ part, text })));
};

const dueOf = ({ clock }: WhyView, say: Speech): string => {
	const name = say.t(`time.name-${clock.kind}`);
	const state = clock.endedAt !== null ? "ended" : clock.isBreached ? "late" : "running";
	if (clock.dueOn !== null) {
		const { dayOfWeek } = Temporal.PlainDate.from(clock.dueOn);
		const values = { name, day: say.proseDate(clock.dueOn), weekday: weekday(say.language, dayOfWeek) };
		return say.t(`why.dueDay-${state}`, values);
	}
	if (clock.dueAt !== null) {
		const { dayOfWeek } = Temporal.Instant.from(clock.dueAt).toZonedDateTimeISO(deskZone);
		const values = { name, when: say.moment(clock.dueAt), weekday: weekday(say.language, dayOfWeek) };
		return say.t(`why.due-${state}`, values);
	}
	return say.t("why.duePaused", { name });
};

const leftOf = ({ unit, amount }: { readonly unit: "ms" | "days"; readonly amount: number }, say: Speech): string =>
	unit === "ms" ? say.t("why.left", { span: say.span(amount) }) : say.t("why.leftDays", { n: amount });

const sourceOf = ({ clock: { clause }, agreement, catalogue }: WhyView, say: Speech): string => {
	if (catalogue !== null) {
		return say.t("why.sourceCatalogue", {
			edition: catalogue.edition,
			version: catalogue.number,
			isDated: catalogue.inForceFrom === null ? "no" : "yes",
			since: catalogue.inForceFrom === null ? "" : say.date(catalogue.inForceFrom),
		});
	}
	if (agreement === null) return say.t("why.sourceLaw", { law: clauseOf(clause, say).full });
	const row = [
		...(clause.table === null ? [] : [say.t("why.sourceTable", { table: clause.table })]),
		...(clause.row === null ? [] : [rowName(clause.row, say)]),
	];
	return say.t("why.sourceAgreement", {
		number: clause.section,
		heading: say.word("agreement", clause.section),
		row: row.map((text) => `, ${text}`).join(""),
		version: agreement.number,
		service: agreement.service,
		isSigned: agreement.signedOn === null ? "no" : "yes",
		signed: agreement.signedOn === null ? "" : say.date(agreement.signedOn),
	});
};

const allowanceOf = ({ clock: { allowance }, calendar, daysDueAt }: WhyView, say: Speech): string => {
	const { unit, amount } = allowance;
	if (unit === "days") {
		return daysDueAt === null
			? say.t("why.allowanceCalendarDays", { n: amount })
			: say.t(`why.allowanceDays-${daysDueAt}`, { n: amount });
	}
	return say.t(calendar.hours === "ALWAYS" ? "why.allowanceAlways" : "why.allowanceHours", { span: say.span(amount) });
};

const calendarOf = ({ clock, calendar, agreement, catalogue, verdicts }: WhyView, say: Speech): string[] => {
	const version = agreement?.number ?? catalogue?.number ?? 0;
	const name = say.t(`why.calendar-${calendar.hours}`, { version, week: weekOf(calendar.week, say) });
	if (calendar.hours === "ALWAYS") return [name];
	const isJudged = clock.endedAt !== null || verdicts.length > 0;
	return [
		name,
		...(calendar.hours === "CALENDAR_DAYS"
			? []
			: [say.t(calendar.observesWorkFreeDays ? "why.workFreeDays" : "why.noWorkFreeDays")]),
		say.t("why.corrections", {
			n: calendar.corrections,
			when: calendar.correctedAt === null ? "" : say.moment(calendar.correctedAt),
		}),
		...(isJudged ? [say.t("why.knownAt", { when: say.moment(calendar.knownAt) })] : []),
	];
};

const keys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** `pon.–čet. 8.00–16.00, pet. 8.00–14.30`: days that follow each other with the same hours are said together. */
const weekOf = (week: WhyView["calendar"]["week"], say: Speech): string => {
	const days = daysOf(Object.fromEntries(keys.map((key, index) => [key, week[index]])), say.language);
	const runs: { first: string; last: string; text: string }[] = [];
	for (const [index, { short, text }] of days.entries()) {
		const run = runs.at(-1);
		if (run?.text === text && days[index - 1]?.short === run.last) run.last = short;
		else runs.push({ first: short, last: short, text });
	}
	return runs
		.filter(({ text }) => text !== "")
		.map(({ first, last, text }) => `${first === last ? first : `${first}–${last}`} ${text}`)
		.join(", ");
};

const startOf = ({ clock, worked, calendar }: WhyView, say: Speech): string => {
	const opens = worked[0]?.from ?? clock.startedAt;
	const isOutside = calendar.hours !== "CALENDAR_DAYS" && Temporal.Instant.compare(opens, clock.startedAt) > 0;
	const values = { when: say.moment(clock.startedAt), opens: say.moment(opens) };
	return say.t(isOutside ? "why.startedOutside" : "why.started", values);
};

const windowsOf = (why: WhyView, say: Speech): string[] => {
	const { clock, worked, days, calendar } = why;
	if (calendar.hours !== "CALENDAR_DAYS") {
		return clock.allowance.unit === "days" ? daysCountedOf(days, say) : [workedOf(why, say)];
	}
	const from = worked[0]?.from ?? clock.startedAt;
	return [say.t("why.calendarDaysCounted", { from: dayOf(from, say), to: say.date(clock.dueOn ?? from) })];
};

const workedOf = (why: WhyView, say: Speech): string => {
	if (why.worked.length === 0) return say.t("why.workedNothing");
	const list = rowsOf(why, say).map(({ day, hours, counted }) => say.t("why.workedOne", { day, hours, span: counted }));
	return say.t("why.worked", { list: list.join("; "), sum: say.span(sumOf(why.worked)) });
};

const daysCountedOf = (days: WhyView["days"], say: Speech): string[] => {
	const counted = days.filter(({ isCounted }) => isCounted);
	const list = counted.map(({ endsAt }) => weekdayOf(endsAt, say)).join("; ");
	return [
		say.t("why.daysCounted", { n: counted.length, list }),
		...days
			.filter(({ isCounted }) => !isCounted)
			.map(({ endsAt }) => say.t("why.dayNotCounted", { day: weekdayOf(endsAt, say) })),
	];
};

const pausesOf = ({ clock, pauses }: WhyView, say: Speech): string[] => {
	if (!canPause(clock.kind)) return [say.t("why.cannotPause")];
	if (pauses.length === 0) return [say.t("why.pausesNone")];
	return pauses.map(({ from, to, workingMs }) => {
		if (to === null) return say.t("why.pauseOpen", { from: say.moment(from) });
		const span = { from: say.moment(from), to: say.moment(to) };
		return clock.allowance.unit === "days"
			? say.t("why.pauseDays", span)
			: say.t("why.pause", { ...span, span: say.span(workingMs) });
	});
};

const closedDaysOf = ({ calendar, closedDays, announcedOn }: WhyView, say: Speech): string[] => [
	...closedDays.map(({ date, reason, name, windows, recordedAt }) => {
		const day = say.weekdayDate(date);
		if (calendar.hours === "CALENDAR_DAYS") {
			return say.t("why.movedOver", { day: name === null ? day : `${day} (${name})` });
		}
		const values = { day, name: name ?? say.t("why.none"), when: recordedAt === null ? "" : say.moment(recordedAt) };
		if (reason === "workFreeDay") {
			return say.t(recordedAt === null ? "why.workFreeDay" : "why.workFreeDayLater", values);
		}
		const hours = daysOf({ mon: windows }, say.language)[0]?.text || say.t("why.closed");
		return say.t(recordedAt === null ? "why.exception" : "why.exceptionLater", { ...values, hours });
	}),
	...(announcedOn === null ? [] : [say.t("why.announced", { day: say.proseDate(announcedOn) })]),
];

const movesOf = ({ moves, calendar }: WhyView, say: Speech): string[] =>
	moves.map(({ at, reason, from, to }) => {
		const values = { at: say.moment(at), reason: say.t(`why.move-${reason}`) };
		if (from === null || to === null) return say.t("why.moveStill", values);
		const when = calendar.hours === "CALENDAR_DAYS" ? lastDayOf : say.moment;
		return say.t("why.move", { ...values, from: when(from, say), to: when(to, say) });
	});

const endOf = ({ clock, warningShare, verdicts }: WhyView, say: Speech): string[] => {
	const share = say.percent(warningShare / 100);
	const judged = verdicts.map(({ verdict, at, dueAt }) => {
		const when = say.moment(at);
		if (verdict === "BREACHED") return say.t("why.breached", { when });
		return say.t(Temporal.Instant.compare(at, dueAt) > 0 ? "why.metLate" : "why.metInTime", { when });
	});
	const isOff = clock.state === "cancelled" && clock.endedAt !== null;
	return [
		...(clock.warnAt !== null ? [say.t("why.warning", { share, when: say.moment(clock.warnAt) })] : []),
		...(clock.state === "paused" ? [say.t("why.warningPaused", { share })] : []),
		...judged,
		...(isOff ? [say.t("why.cancelled", { when: say.moment(clock.endedAt ?? "") })] : []),
	];
};

const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(deskZone);
const dayOf = (instant: string, say: Speech): string => say.date(local(instant).toPlainDate().toString());
const weekdayOf = (instant: string, say: Speech): string => say.weekdayDate(local(instant).toPlainDate().toString());

/** A deadline by law ends with its last day; the midnight after it nobody would name. */
const lastDayOf = (instant: string, say: Speech): string =>
	say.date(local(instant).subtract({ seconds: 1 }).toPlainDate().toString());
