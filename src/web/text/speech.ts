import { type MessageValues, message } from "../../kernel/message.ts";
import type { Obstacle } from "../../kernel/refusal.ts";
import * as form from "../../kernel/slovenian.ts";
import type { Language } from "../../kernel/values.ts";
import type sl from "./sl/catalogue.ts";
import type { Texts } from "./texts.ts";

type Slovenian = typeof sl;
/** Every text of the application in one language, area by area. */
export type Catalogue = { readonly [Area in keyof Slovenian]: Texts<Slovenian[Area]> };

/** `area.key`, checked by the compiler. */
export type TextKey = {
	[Area in keyof Slovenian & string]: `${Area}.${keyof Slovenian[Area] & string}`;
}[keyof Slovenian & string];

/** All that is needed to say something in one language; pure, so that views can be tested without a browser. */
export type Speech = {
	readonly language: Language;
	t(key: TextKey, values?: MessageValues): string;
	/** The text of a key made from a code of the wire (`words.state-closed`); the fallback for a code not known here. */
	word(area: keyof Slovenian & string, key: string, fallback?: TextKey): string;
	/** The sentence for the code of a refusal or an obstacle; an unknown code gets a general sentence, never itself. */
	reason(refusal: Obstacle): string;
	date(day: string): string;
	proseDate(day: string): string;
	weekdayDate(day: string): string;
	dayMonth(day: string): string;
	month(month: string): string;
	time(instant: string): string;
	moment(instant: string): string;
	weekdayMoment(instant: string): string;
	near(instant: string, now: Temporal.Instant): string;
	span(milliseconds: number): string;
	number(value: number, decimals?: number): string;
	percent(share: number): string;
};

export const speech = (language: Language, catalogue: Catalogue): Speech => {
	const pattern = (area: string, key: string): string | undefined =>
		(catalogue as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>)[area]?.[key];
	const t: Speech["t"] = (key, values) => {
		const dot = key.indexOf(".");
		return message(language, pattern(key.slice(0, dot), key.slice(dot + 1)) ?? "", values);
	};
	/** Details with the codes of states and offices in words. */
	const named = (details: NonNullable<Obstacle["details"]>): NonNullable<Obstacle["details"]> => {
		const wordOf = (areas: readonly string[], code: unknown) =>
			areas.map((area) => pattern("words", `${area}-${String(code)}`)).find((word) => word !== undefined);
		const state =
			wordOf(["state", "agreement"], details["state"]) ?? pattern("training", `session-${details["state"]}`);
		const role = wordOf(["role"], details["role"]);
		return { ...details, ...(state === undefined ? {} : { state }), ...(role === undefined ? {} : { role }) };
	};
	const at = (text: string) => Temporal.Instant.from(text);
	const day = (text: string) => Temporal.PlainDate.from(text.slice(0, 10));
	return {
		language,
		t,
		word: (area, key, fallback = "words.unknown") => {
			const found = pattern(area, key);
			return found === undefined ? t(fallback) : message(language, found);
		},
		reason: ({ code, at: path, details }) => {
			const found = pattern("refusals", code);
			if (found === undefined) return t("refusals.other");
			const sentence = message(language, found, sayable(language, named(details ?? {})));
			const field = fieldCodes.has(code) ? pattern("fields", lastWord(path ?? "")) : undefined;
			return field === undefined ? sentence : `${field}: ${sentence}`;
		},
		date: (text) => form.dateText(language, day(text)),
		proseDate: (text) => form.proseDate(language, day(text)),
		weekdayDate: (text) => form.weekdayDate(language, day(text)),
		dayMonth: (text) => form.dayMonth(language, day(text)),
		month: (text) => form.monthText(language, Temporal.PlainYearMonth.from(text)),
		time: (text) => form.timeText(at(text)),
		moment: (text) => form.momentText(language, at(text)),
		weekdayMoment: (text) => form.weekdayMoment(language, at(text)),
		near: (text, now) => form.nearMoment(language, at(text), now),
		span: form.spanText,
		number: (value, decimals) => form.numberText(language, value, decimals),
		percent: (share) => form.percentText(language, share),
	};
};

/** Codes that say something about whatever field they stand at; the others name it themselves. */
const fieldCodes: ReadonlySet<string> = new Set([
	"required",
	"missing",
	"invalid-value",
	"invalid-field",
	"too-small",
	"too-big",
	"control-character",
	"date",
	"date-in-future",
	"name-taken",
	"unknown-variable",
	"variable-without-fallback",
	"braces-open",
]);

/** `qualified.0` → `qualified`, `partI.client.email` → `email`. */
const lastWord = (path: string): string =>
	path
		.split(".")
		.filter((part) => !/^\d+$/.test(part))
		.at(-1) ?? "";

/**
 * Details of a refusal as values of a sentence: lists joined, days and instants written out, all others as they are. One
 * that the server left out leaves a gap rather than a fault: the rest of the sentence still helps.
 */
const sayable = (language: Language, details: NonNullable<Obstacle["details"]>): MessageValues => {
	const values: Record<string, MessageValues[string]> = new Proxy(
		{},
		{ get: (had, name) => Reflect.get(had, name) ?? "", has: () => true },
	);
	for (const [name, detail] of Object.entries(details)) values[name] = sayableValue(language, detail);
	return values;
};

const sayableValue = (language: Language, detail: NonNullable<Obstacle["details"]>[string]): MessageValues[string] => {
	if (typeof detail === "object" && detail !== null) return detail.join(", ");
	if (typeof detail === "string" && /^\d{4}-\d{2}-\d{2}$/.test(detail)) {
		return form.dateText(language, Temporal.PlainDate.from(detail));
	}
	if (typeof detail === "string" && /^\d{4}-\d{2}-\d{2}T.*Z$/.test(detail)) {
		return form.momentText(language, Temporal.Instant.from(detail));
	}
	return detail;
};
