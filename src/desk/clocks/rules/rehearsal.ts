import type { SupportSet } from "../../../kernel/values.ts";
import type { PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import type { WorkingTime } from "../../calendars/rules/horizon.ts";
import type { PriorityCode } from "../../tickets/rules/codes.ts";
import { codesOf, computePriority, type TriageFacts } from "../../tickets/rules/priority.ts";
import { secondLevelKinds } from "./kinds.ts";
import type { Pause } from "./reckoning.ts";
import { dueOf } from "./reckoning.ts";
import { type Target, type Targets, targetsFor } from "./targets.ts";

/** When a clock of the past ended (null = has not), in UTC ms, and whether it was judged late. */
export type PastClock = { readonly endedAt: number | null; readonly wasLate: boolean };

/** One hand-over of the past: what the times under any terms follow from, and how it went under those that bound it. */
export type PastHandOver = TriageFacts & {
	readonly effect: NonNullable<TriageFacts["effect"]>;
	/** The version that bound it. */
	readonly agreementId: string;
	readonly set: SupportSet;
	readonly category: string;
	/** A priority that a person set; it stands where the terms know its label. */
	readonly overridden: PriorityCode | null;
	readonly at: number;
	readonly pauses: readonly Pause[];
	readonly response: PastClock | null;
	readonly resolution: PastClock | null;
};

/** Terms to rehearse: targets, second level's compiled hours by set, and hours that never close (`clock: 24x7`). */
export type Plan = {
	readonly scheme: PriorityScheme;
	readonly time: Readonly<Record<SupportSet, WorkingTime>>;
	readonly always: WorkingTime;
};

export type Tally = { clocks: number; was: number; would: number };
export type RehearsalReport = Tally & {
	readonly handOvers: number;
	/** Owed under these terms and not measured then: nothing tells when it was met. */
	readonly unknown: number;
	readonly by: Readonly<Record<"clause" | "set" | "category" | "month", readonly (Tally & { readonly key: string })[]>>;
};

/**
 * Replays hand-overs under other terms, one after another, and counts breaches against what happened: nothing of a hand-over
 * is kept. The one rule of a breach holds (`working-time.md` 11): ended later than due, or not ended at `now` (UTC ms).
 */
export function rehearsal(planOf: (agreementId: string) => Plan, now: number) {
	const total = { ...tally(), handOvers: 0, unknown: 0 };
	const cells = (): Map<string, Tally> => new Map();
	const by = { clause: cells(), set: cells(), category: cells(), month: cells() };
	const targetsOf = rememberedTargets();
	const monthOf = rememberedMonths();

	function addClock(past: PastHandOver, plan: Plan, kind: (typeof secondLevelKinds)[number], targets: Targets): void {
		const [clock, target] =
			kind === "RESPONSE" ? [past.response, targets.response] : [past.resolution, targets.resolution];
		if (clock === null) {
			if (target !== null) total.unknown++;
			return;
		}
		const time = targets.runs === "24x7" ? plan.always : plan.time[past.set];
		const wouldBeLate = target !== null && isLate(time, past, kind === "RESOLUTION", clock, target, now);
		const counted = [
			total,
			cell(by.clause, target === null ? `– ${kind}` : keyOf(target, kind)),
			cell(by.set, past.set),
			cell(by.category, past.category),
			cell(by.month, monthOf(past.at)),
		];
		for (const one of counted) {
			one.clocks++;
			if (clock.wasLate) one.was++;
			if (wouldBeLate) one.would++;
		}
	}

	return {
		add(past: PastHandOver): void {
			total.handOvers++;
			const plan = planOf(past.agreementId);
			const targets = targetsOf(plan, past);
			for (const kind of secondLevelKinds) addClock(past, plan, kind, targets);
		},
		report: (): RehearsalReport => ({
			...total,
			by: {
				clause: sorted(by.clause),
				set: sorted(by.set),
				category: sorted(by.category),
				month: sorted(by.month),
			},
		}),
	};
}

function isLate(
	time: WorkingTime,
	past: PastHandOver,
	canPause: boolean,
	{ endedAt }: PastClock,
	{ allowance }: Target,
	now: number,
): boolean {
	const due = dueOf(time, past.at, allowance, canPause ? past.pauses : []);
	return typeof due === "number" && (endedAt ?? now) > due;
}

/** Few combinations of facts, many hand-overs: each combination is read from the terms once. */
function rememberedTargets() {
	const known = new Map<Plan, Map<string, Targets>>();
	return (plan: Plan, past: PastHandOver): Targets => {
		const ofPlan = known.get(plan) ?? new Map<string, Targets>();
		if (ofPlan.size === 0) known.set(plan, ofPlan);
		const { set, type, effect, soleChannel, requiresOtherBodies, overridden } = past;
		const key = `${set} ${type} ${effect} ${soleChannel} ${requiresOtherBodies} ${overridden}`;
		const found = ofPlan.get(key) ?? readTargets(plan, past);
		ofPlan.set(key, found);
		return found;
	};
}

function readTargets({ scheme }: Plan, past: PastHandOver): Targets {
	const { code, table } = computePriority(past, scheme);
	const stands = past.overridden !== null && codesOf(scheme).includes(past.overridden);
	return targetsFor(scheme, { set: past.set, priority: stands ? past.overridden : code, table });
}

const msPerHour = 3_600_000;

/** `2026-03` in Ljubljana, where offsets change on the hour. */
function rememberedMonths() {
	const known = new Map<number, string>();
	return (at: number): string => {
		const hour = Math.floor(at / msPerHour);
		const found =
			known.get(hour) ??
			Temporal.Instant.fromEpochMilliseconds(at)
				.toZonedDateTimeISO("Europe/Ljubljana")
				.toPlainDate()
				.toPlainYearMonth()
				.toString();
		known.set(hour, found);
		return found;
	};
}

/** As printed on a chip: `I.11 A CRITICAL RESPONSE`. */
const keyOf = ({ clause }: Target, kind: string): string =>
	[clause.section, clause.table, clause.row, kind].filter(Boolean).join(" ");

const tally = (): Tally => ({ clocks: 0, was: 0, would: 0 });

function cell(cells: Map<string, Tally>, key: string): Tally {
	const found = cells.get(key) ?? tally();
	if (found.clocks === 0) cells.set(key, found);
	return found;
}

const sorted = (cells: ReadonlyMap<string, Tally>) =>
	[...cells].map(([key, counted]) => ({ key, ...counted })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
