import { z } from "zod";
import { Text } from "../../../kernel/values.ts";
import { ClockDuration } from "../../catalogue/rules/contact-values.ts";
import { PersonKey } from "./terms-values.ts";

/** Who decided whether times are worked out in this way at all, and why (PRI-22, A-08). */
const decision = <Kind extends "matrix" | "days" | "none">(kind: Kind) =>
	z.strictObject({ outcome: z.literal(kind), decidedBy: z.array(PersonKey).min(1).max(10), rationale: Text(1, 2000) });

const severities = <Cell extends z.ZodType>(cell: Cell) => z.strictObject({ CRITICAL: cell, MAJOR: cell, MINOR: cell });

/** Both times are upper bounds, "do 1 ure" and bare "4 ure" alike. */
const Times = z.strictObject({ response: ClockDuration, resolution: ClockDuration });
const Table = severities(Times);
const Definitions = severities(Text(1, 1000));

const TableName = z.enum(["solo", "withOthers"]);
export type TableName = z.infer<typeof TableName>;

/** Severity × alone or with other bodies, in hours (PRI-08–20). */
export const MatrixScheme = z.strictObject({
	kind: z.literal("matrix"),
	decision: decision("matrix"),
	clock: z.enum(["availability", "24x7"]),
	descriptions: z.strictObject({ solo: Definitions, withOthers: Definitions }),
	solo: Table,
	withOthers: Table,
	/** The table for the two combinations of facts the form leaves without a row; absent = the table of `requiresOtherBodies`. */
	mixedCells: z
		.strictObject({ soloNotSoleChannel: TableName.nullish(), withOthersSoleChannel: TableName.nullish() })
		.nullish(),
	triageDefault: z.strictObject({ requiresOtherBodies: z.boolean() }),
});

const Days = z.number().int().min(1).max(365);
/** One number for the set, or one per priority. */
const DaysOfSet = z.union([Days, z.strictObject({ P1: Days, P2: Days, P3: Days })]);

/** Days per set (PRI-02–06); the day of hand-over is not counted. */
export const DaysScheme = z.strictObject({
	kind: z.literal("days"),
	decision: decision("days"),
	dayUnit: z.literal("availabilityDays"),
	/** At the closing of the last day's availability, or at the time of day of the hand-over; absent = closing. */
	daysDueAt: z.enum(["closing", "sameTime"]).nullish(),
	descriptions: z.strictObject({ P1: Text(1, 1000), P2: Text(1, 1000), P3: Text(1, 1000) }),
	resolutionDays: z.strictObject({ content: DaysOfSet, technical: DaysOfSet }),
	/** The form gives no response time in this scheme; null = none is owed. */
	responseTime: ClockDuration.nullable(),
	/** What a ticket is when the service is not its user's only way. */
	notSoleChannelPolicy: z.enum(["demote", "same", "none"]),
});

/** No targets in time; the queue is ordered by effect alone. */
export const NoScheme = z.strictObject({ kind: z.literal("none"), decision: decision("none") });

/** I.11: exactly one of the schemes (PRI-07). */
export const PriorityScheme = z.discriminatedUnion("kind", [MatrixScheme, DaysScheme, NoScheme]);

export type MatrixScheme = z.infer<typeof MatrixScheme>;
export type DaysScheme = z.infer<typeof DaysScheme>;
export type NoScheme = z.infer<typeof NoScheme>;
export type PriorityScheme = z.infer<typeof PriorityScheme>;
