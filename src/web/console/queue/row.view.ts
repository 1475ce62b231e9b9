import type { QueueRow } from "../../../desk/queues/contract.ts";
import type { Speech } from "../../text/speech.ts";
import type { ClockShown } from "../../ui/time/deadline.view.ts";

/** The next due time of a row as its pill shows it; whether it is late follows from the time on screen. */
export const clockOfRow = (due: QueueRow["due"], now: Temporal.Instant): ClockShown => {
	if (due === null) return { kind: null, state: "none", dueAt: null };
	const isPast = (instant: string | null) => instant !== null && Temporal.Instant.compare(now, instant) > 0;
	const state =
		due.state === "paused" ? "paused" : isPast(due.dueAt) ? "late" : isPast(due.warnAt) ? "soon" : "running";
	return { kind: due.kind, state, dueAt: due.dueAt, isWaitingForUser: due.state === "paused" };
};

/** The source of a row's due time, short: the clause of the agreement, or the law. */
export const sourceOfRow = (due: NonNullable<QueueRow["due"]>, say: Speech): { text: string; full: string } => {
	if (due.kind === "RESPONSE" || due.kind === "RESOLUTION") {
		return { text: "§ I.11", full: say.t("queue.sourceSecondLevel") };
	}
	const section = sections[due.kind];
	return { text: say.word("time", `law-${section}`), full: say.word("time", `lawFull-${section}`) };
};

const sections = {
	STATUTORY: "UUP-17",
	FIRST_LEVEL_RESPONSE: "CATALOGUE",
	FIRST_LEVEL_RESOLUTION: "CATALOGUE",
	NIS2_EARLY_WARNING: "ZINFV1-30",
	NIS2_NOTIFICATION: "ZINFV1-30",
	GDPR_AUTHORITY: "GDPR-33",
} as const;

const secondLevelStates: readonly string[] = ["escalatedL2", "acknowledgedL2", "inProgressL2"];

/** Who has the ticket: its adviser, and that second level works on it. */
export const whoOf = (row: Pick<QueueRow, "owner" | "state">, say: Speech): string => {
	const owner = row.owner === null ? say.t("queue.nobody") : shortName(row.owner.name);
	return secondLevelStates.includes(row.state) ? `${owner} › ${say.t("queue.atSecondLevel")}` : owner;
};

/** A name that fits a column: `Klemen Poskusni (izmišljen)` → `K. Poskusni`; titles before a name are left out. */
export const shortName = (name: string): string => {
	const words = name
		.replace(/\(.*?\)/g, "")
		.split(/\s+/)
		.filter((word) => word !== "" && !word.endsWith("."));
	const last = words.at(-1) ?? name;
	return words.length > 1 ? `${words[0]?.slice(0, 1)}. ${last}` : last;
};

type Listed = Pick<QueueRow, "id" | "receivedAt"> & { readonly due: { readonly dueAt: string | null } | null };

const isBefore = (one: string, other: string): boolean => Temporal.Instant.compare(one, other) < 0;

/**
 * How many of the rows that changed since the list was read are new to it. Of a list shown in part, a row that is not on screen
 * may always have stood further down: it is new when it was received since, or is due before the last one shown.
 */
export const arrivalsOf = (
	changed: readonly Listed[],
	shown: readonly Listed[],
	{ since, isWhole }: { readonly since: string; readonly isWhole: boolean },
): number => {
	const known = new Set(shown.map(({ id }) => id));
	const last = shown.at(-1)?.due?.dueAt ?? null;
	const isNew = ({ due, receivedAt }: Listed) => {
		const dueAt = due?.dueAt ?? null;
		return isWhole || isBefore(since, receivedAt) || (last !== null && dueAt !== null && isBefore(dueAt, last));
	};
	return changed.filter((row) => !known.has(row.id) && isNew(row)).length;
};
