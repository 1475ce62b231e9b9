/** The only place that reads the machine's clock. Everything else is given `now` (architecture §7). */
export type Clock = { readonly now: () => Temporal.Instant };

export const deskZone = "Europe/Ljubljana";

let last = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * Whole milliseconds: what both databases keep without rounding and the working-time engine counts in. One instant serves all
 * who ask in the same millisecond: each costs the collector of garbage more than it looks (docs/performance.md).
 */
export const systemClock: Clock = {
	now() {
		const ms = Date.now();
		if (ms !== last.epochMilliseconds) last = Temporal.Instant.fromEpochMilliseconds(ms);
		return last;
	},
};

const hourMs = 3_600_000;
let hourKnown = Number.NaN;
let dayKnown: Temporal.PlainDate | null = null;

/**
 * The desk's calendar day at an instant: agreements, offices and statutory periods count days of this zone. The last hour's
 * day is kept: each request asks twice, and midnight of the zone always falls on a full hour.
 */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
	const hour = Math.floor(instant.epochMilliseconds / hourMs);
	if (dayKnown === null || hour !== hourKnown) {
		dayKnown = instant.toZonedDateTimeISO(deskZone).toPlainDate();
		hourKnown = hour;
	}
	return dayKnown;
}

/** Milliseconds of a monotonic counter, for durations in logs and metrics; never for what happened when. */
export const monotonicMs = (): number => performance.now();
