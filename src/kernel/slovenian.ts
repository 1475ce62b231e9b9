/**
 * How days, times, spans and numbers are written, in Slovenian (as the language's orthography prescribes) and English.
 * Nothing here asks for the time: `now` and `today` are arguments. Sources: `screens.md` §5, Slovenski pravopis.
 */
import { locales } from "./message.ts";
import type { Language } from "./values.ts";

/** Every time is shown where the desk stands, never where the reader's machine stands. */
export const deskZone = "Europe/Ljubljana";

/** A line must not end between a day and its month, or between a number and its unit. */
const space = "\u00A0";

const names = {
	sl: {
		weekdays: ["ponedeljek", "torek", "sreda", "četrtek", "petek", "sobota", "nedelja"],
		weekdaysShort: ["pon.", "tor.", "sre.", "čet.", "pet.", "sob.", "ned."],
		months: "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra".split(" "),
		nominative: "januar februar marec april maj junij julij avgust september oktober november december".split(" "),
		near: { "-1": "včeraj", "0": "danes", "1": "jutri" },
	},
	en: {
		weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
		weekdaysShort: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
		months: "January February March April May June July August September October November December".split(" "),
		nominative: "January February March April May June July August September October November December".split(" "),
		near: { "-1": "yesterday", "0": "today", "1": "tomorrow" },
	},
} as const satisfies Record<Language, unknown>;

const monthShort = (month: number): string => names.en.months[month - 1]?.slice(0, 3) ?? "";

/** `12. 3. 2026` or `12 Mar 2026`, held together by no-break spaces. */
export const dateText = (language: Language, day: Temporal.PlainDate): string =>
	`${dayMonth(language, day)}${space}${day.year}`;

/** `12. 3.` or `12 Mar`. */
export const dayMonth = (language: Language, day: Temporal.PlainDate): string =>
	language === "sl" ? `${day.day}.${space}${day.month}.` : `${day.day}${space}${monthShort(day.month)}`;

/** `čet., 12. 3.` or `Thu, 12 Mar`: for rows of a table within one year. */
export const weekdayDate = (language: Language, day: Temporal.PlainDate): string =>
	`${weekdayShort(language, day.dayOfWeek)},${space}${dayMonth(language, day)}`;

/** `27. marca 2026` or `27 March 2026`: inside a sentence. */
export const proseDate = (language: Language, day: Temporal.PlainDate): string => {
	const month = names[language].months[day.month - 1];
	return language === "sl" ? `${day.day}.${space}${month} ${day.year}` : `${day.day}${space}${month} ${day.year}`;
};

/** `marec 2026` or `March 2026`. */
export const monthText = (language: Language, month: Temporal.PlainYearMonth): string =>
	`${names[language].nominative[month.month - 1]} ${month.year}`;

/** `čet.` or `Thu`; days are numbered from Monday = 1 (ISO 8601). */
export const weekdayShort = (language: Language, dayOfWeek: number): string =>
	names[language].weekdaysShort[dayOfWeek - 1] ?? "";

/** `četrtek` or `Thursday`; days are numbered from Monday = 1 (ISO 8601). */
export const weekday = (language: Language, dayOfWeek: number): string => names[language].weekdays[dayOfWeek - 1] ?? "";

/** `15:05`; in the hour that the autumn change repeats, with its offset: `02:15 (+02:00)`. */
export const timeText = (instant: Temporal.Instant, zone = deskZone): string => {
	const local = instant.toZonedDateTimeISO(zone);
	const text = local.toPlainTime().toString({ smallestUnit: "minute" });
	const wall = local.toPlainDateTime();
	const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
	const second = wall.toZonedDateTime(zone, { disambiguation: "later" });
	const isDoubled = first.offset !== second.offset && wall.equals(first.toPlainDateTime());
	return isDoubled ? `${text} (${local.offset})` : text;
};

/** `12. 3. 2026 ob 15:05` or `12 Mar 2026, 15:05`: the full moment, wherever it must stand alone. */
export const momentText = (language: Language, instant: Temporal.Instant, zone = deskZone): string => {
	const day = dateText(language, instant.toZonedDateTimeISO(zone).toPlainDate());
	return language === "sl" ? `${day} ob${space}${timeText(instant, zone)}` : `${day}, ${timeText(instant, zone)}`;
};

/** `petek, 13. 3. 2026 ob 10:05` or `Friday, 13 Mar 2026, 10:05`. */
export const weekdayMoment = (language: Language, instant: Temporal.Instant, zone = deskZone): string => {
	const { dayOfWeek } = instant.toZonedDateTimeISO(zone);
	return `${weekday(language, dayOfWeek)}, ${momentText(language, instant, zone)}`;
};

/**
 * The moment as a colleague would say it: `danes 15:05`, `jutri 15:05`, `včeraj 15:05`, within six days either way
 * `pet. 10:05`, else the day alone: `25. 3.` in the year of `now`, `25. 3. 2027` outside it.
 */
export const nearMoment = (
	language: Language,
	instant: Temporal.Instant,
	now: Temporal.Instant,
	zone = deskZone,
): string => {
	const day = instant.toZonedDateTimeISO(zone).toPlainDate();
	const today = now.toZonedDateTimeISO(zone).toPlainDate();
	const distance = today.until(day).days;
	const near = (names[language].near as Readonly<Record<string, string>>)[String(distance)];
	if (near !== undefined) return `${near}${space}${timeText(instant, zone)}`;
	if (Math.abs(distance) <= 6) return `${weekdayShort(language, day.dayOfWeek)}${space}${timeText(instant, zone)}`;
	return nearDay(language, day, today);
};

/** `danes`, `jutri`, `včeraj`, else `25. 3.` in the year of `today` and `25. 3. 2027` outside it. */
export const nearDay = (language: Language, day: Temporal.PlainDate, today: Temporal.PlainDate): string => {
	const near = (names[language].near as Readonly<Record<string, string>>)[String(today.until(day).days)];
	return near ?? (day.year === today.year ? dayMonth(language, day) : dateText(language, day));
};

/** A span in hours and minutes, `1 h 55 min`, `2 h 05 min`, `5 min`; whole minutes, rounded down; never days, for a working day has no fixed length. */
export const spanText = (milliseconds: number): string => {
	const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	if (hours === 0) return `${rest}${space}min`;
	const whole = `${hours}${space}h`;
	return rest === 0 ? whole : `${whole} ${String(rest).padStart(2, "0")}${space}min`;
};

/** Hours as the printed agreement writes them: `8.00–16.00`, in English `8:00–16:00`. */
export const printedHours = (language: Language, from: Temporal.PlainTime, until: Temporal.PlainTime): string => {
	const one = (time: Temporal.PlainTime) =>
		`${time.hour}${language === "sl" ? "." : ":"}${String(time.minute).padStart(2, "0")}`;
	return `${one(from)}–${one(until)}`;
};

/** `1,5` or `1.5`, at most `decimals` decimal places, grouped by thousands. */
export const numberText = (language: Language, value: number, decimals = 1): string =>
	new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals }).format(value);

/** A share of one as a percentage: 0.205 → `20,5 %` in Slovenian, `20.5%` in English. */
export const percentText = (language: Language, share: number, decimals = 1): string =>
	`${numberText(language, share * 100, decimals)}${language === "sl" ? space : ""}%`;
