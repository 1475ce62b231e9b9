import type { ClockKind } from "../../../desk/clocks/rules/kinds.ts";
import { deskZone, nearDay } from "../../../kernel/slovenian.ts";
import type { Speech } from "../../text/speech.ts";

export type { ClockKind };
export type ClockState = "running" | "soon" | "late" | "paused" | "met" | "metLate" | "none";

/** One clock as a screen needs it; instants as on the wire. */
export type ClockShown = {
	readonly kind: ClockKind | null;
	readonly state: ClockState;
	readonly dueAt: string | null;
	/** When it was met; only of a clock that is over. */
	readonly endedAt?: string | null;
	/** When it starts to run, of a clock that waits for opening hours. */
	readonly opensAt?: string | null;
	readonly isWaitingForUser?: boolean;
};

export type PillShown = { readonly state: ClockState; readonly isOutsideHours: boolean; words: string; label: string };

/** What the deadline pill says (`screens.md` §2): words for the eye, a whole phrase for the ear. */
export const pillOf = (clock: ClockShown, now: Temporal.Instant, say: Speech): PillShown => {
	const isOutsideHours =
		clock.state === "running" &&
		clock.opensAt != null &&
		Temporal.Instant.compare(Temporal.Instant.from(clock.opensAt), now) > 0;
	const words = isOutsideHours
		? say.t("time.startsAt", { when: say.near(clock.opensAt ?? "", now) })
		: wordsOf(clock, now, say);
	const name = say.t(`time.name-${clock.kind ?? "none"}`);
	return {
		state: clock.state,
		isOutsideHours,
		words,
		label: say.t("time.label", { name, words, state: say.t(`time.spoken-${clock.state}`) }),
	};
};

const wordsOf = (clock: ClockShown, now: Temporal.Instant, say: Speech): string => {
	const when = clock.dueAt === null ? "" : dueWords(clock.dueAt, now, say);
	const ended = clock.endedAt == null ? "" : shortNear(clock.endedAt, now, say);
	switch (clock.state) {
		case "running":
			return clock.dueAt !== null && !isEndOfDay(clock.dueAt) ? say.near(clock.dueAt, now) : when;
		case "soon":
			return say.t("time.soon", { when });
		case "late":
			return say.t("time.late", { when });
		case "paused":
			return clock.isWaitingForUser ? say.t("time.pausedWaitingUser") : say.t("time.paused");
		case "met":
			return say.t("time.met", { when: ended }).trim();
		case "metLate":
			return say.t("time.metLate", { when: ended }).trim();
		case "none":
			return say.t("time.none");
	}
};

const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(deskZone);

/** A deadline by law is a last day; its due time is the midnight that ends it, which nobody would name. */
const isEndOfDay = (instant: string): boolean => local(instant).toPlainTime().equals(new Temporal.PlainTime());

const dueWords = (dueAt: string, now: Temporal.Instant, say: Speech): string =>
	isEndOfDay(dueAt)
		? nearDay(
				say.language,
				local(dueAt).toPlainDate().subtract({ days: 1 }),
				now.toZonedDateTimeISO(deskZone).toPlainDate(),
			)
		: shortNear(dueAt, now, say);

/** After a preposition or a participle, today's moment is the time alone: "do 15:05", not "do danes 15:05". */
const shortNear = (instant: string, now: Temporal.Instant, say: Speech): string => {
	const isToday = local(instant).toPlainDate().equals(now.toZonedDateTimeISO(deskZone).toPlainDate());
	return isToday ? say.time(instant) : say.near(instant, now);
};

/** Of several clocks, the one a row shows: oldest unfinished late one, else the earliest running, else a pause, else none. */
export const clockToShow = (clocks: readonly ClockShown[]): ClockShown => {
	const earliest = (states: readonly ClockState[]) =>
		clocks
			.filter((clock) => states.includes(clock.state) && clock.dueAt !== null)
			.toSorted((a, b) => Temporal.Instant.compare(a.dueAt ?? "", b.dueAt ?? ""))[0];
	return (
		earliest(["late"]) ??
		earliest(["running", "soon"]) ??
		clocks.find((clock) => clock.state === "paused") ?? { kind: null, state: "none", dueAt: null }
	);
};
