import type { WhyView } from "../../../desk/clocks/contract.ts";
import { deskZone } from "../../../kernel/slovenian.ts";
import type { Speech } from "../../text/speech.ts";

export type WhyRow = { readonly key: string; readonly day: string; readonly hours: string; readonly counted: string };
type Stretch = { readonly from: string; readonly to: string };

/** The stretches that count as rows of a table, each on one day: day, hours, how much; their sum is the allowance. */
export const rowsOf = (why: Pick<WhyView, "worked">, say: Speech): WhyRow[] =>
	why.worked.flatMap(byDay).map(({ day, from, to, isToMidnight }) => ({
		key: from,
		day: say.weekdayDate(day),
		hours: `${say.time(from)}–${isToMidnight ? "24:00" : say.time(to)}`,
		counted: say.span(msBetween(from, to)),
	}));

/** All that counts, in milliseconds of real time. */
export const sumOf = (stretches: readonly Stretch[]): number =>
	stretches.reduce((sum, { from, to }) => sum + msBetween(from, to), 0);

export type DayRow = {
	readonly date: string;
	readonly open: string;
	readonly worked: string;
	readonly pauses: string;
};

/** The drawing's days as rows: when it was open, what of it counted, when it stood still. Days without an opening are left out. */
export const dayRowsOf = (
	{ drawn, worked, pauses }: Pick<WhyView, "drawn" | "worked" | "pauses">,
	now: Temporal.Instant,
	say: Speech,
): DayRow[] => {
	const hoursOn = (stretches: readonly Stretch[]) => {
		const found = new Map<string, string[]>();
		for (const { day, from, to, isToMidnight } of stretches.flatMap(byDay)) {
			found.set(day, [...(found.get(day) ?? []), `${say.time(from)}–${isToMidnight ? "24:00" : say.time(to)}`]);
		}
		return (day: string) => found.get(day)?.join(", ") ?? "–";
	};
	const still = pauses.map(({ from, to }) => ({ from, to: to ?? now.toString() }));
	const [open, counted, paused] = [hoursOn(drawn.open), hoursOn(worked), hoursOn(still)];
	const days = new Set(drawn.open.flatMap(byDay).map(({ day }) => day));
	return [...days].map((date) => ({ date, open: open(date), worked: counted(date), pauses: paused(date) }));
};

/** A stretch over midnight as one piece for each day. */
const byDay = ({ from, to }: Stretch): (Stretch & { day: string; isToMidnight: boolean })[] => {
	const start = Temporal.Instant.from(from).toZonedDateTimeISO(deskZone);
	const midnight = start.toPlainDate().add({ days: 1 }).toZonedDateTime(deskZone).toInstant();
	const day = start.toPlainDate().toString();
	const order = Temporal.Instant.compare(midnight, to);
	if (order > 0) return [{ day, from, to, isToMidnight: false }];
	const first = { day, from, to: midnight.toString(), isToMidnight: true };
	return order === 0 ? [first] : [first, ...byDay({ from: midnight.toString(), to })];
};

const msBetween = (from: string, to: string): number =>
	Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;

/** What was signed and by which calendar it counts: "eOkence v1, podpisan 16. 2. 2026 · koledar tehnični v1". */
export const versionsOf = (why: Pick<WhyView, "agreement" | "catalogue" | "calendar">, say: Speech): string => {
	const { agreement, catalogue, calendar } = why;
	const signed = agreement?.signedOn ?? null;
	const version = agreement?.number ?? catalogue?.number ?? 0;
	const name = say.t(`why.calendarName-${calendar.hours}`, { version });
	return [
		...(agreement === null
			? []
			: [
					say.t("why.version", {
						service: agreement.service,
						number: agreement.number,
						isSigned: signed === null ? "no" : "yes",
						signed: signed === null ? "" : say.date(signed),
					}),
				]),
		...(catalogue === null ? [] : [say.t("why.catalogueVersion", { edition: catalogue.edition })]),
		calendar.corrections === 0 ? name : say.t("why.calendarCorrected", { name, n: calendar.corrections }),
	].join(" · ");
};
