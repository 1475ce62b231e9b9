import { z } from "zod";

/**
 * What can be owed on a ticket: first level's own targets, second level's (PRI), the reply within 15 days (F25), and
 * the notifications by law that a security matter may need (F16–F18).
 */
export const ClockKind = z.enum([
	"FIRST_LEVEL_RESPONSE",
	"FIRST_LEVEL_RESOLUTION",
	"RESPONSE",
	"RESOLUTION",
	"STATUTORY",
	"NIS2_EARLY_WARNING",
	"NIS2_NOTIFICATION",
	"GDPR_AUTHORITY",
]);
export type ClockKind = z.infer<typeof ClockKind>;

/** Whose hours count: second level's of a set, the contact centre's own, every hour, or whole calendar days. */
export const Hours = z.enum(["TECHNICAL", "CONTENT", "OPENING_HOURS", "ALWAYS", "CALENDAR_DAYS"]);
export type Hours = z.infer<typeof Hours>;

export const secondLevelKinds = ["RESPONSE", "RESOLUTION"] as const satisfies readonly ClockKind[];
export const firstLevelKinds = [
	"FIRST_LEVEL_RESPONSE",
	"FIRST_LEVEL_RESOLUTION",
] as const satisfies readonly ClockKind[];
export const legalKinds = [
	"NIS2_EARLY_WARNING",
	"NIS2_NOTIFICATION",
	"GDPR_AUTHORITY",
] as const satisfies readonly ClockKind[];

/** Waiting for the user stops the work, never the answer owed by law (A-06, `working-time.md` 10). */
export const canPause = (kind: ClockKind): boolean => kind === "RESOLUTION" || kind === "FIRST_LEVEL_RESOLUTION";

const hour = 3_600_000;

/** Hours from becoming aware of it, counted in real time (NIS2 Art. 23 with ZInfV-1 Art. 30; GDPR Art. 33). */
export const legalAllowances = {
	NIS2_EARLY_WARNING: { ms: 24 * hour, section: "ZINFV1-30" },
	NIS2_NOTIFICATION: { ms: 72 * hour, section: "ZINFV1-30" },
	GDPR_AUTHORITY: { ms: 72 * hour, section: "GDPR-33" },
} as const satisfies Record<(typeof legalKinds)[number], { ms: number; section: string }>;
