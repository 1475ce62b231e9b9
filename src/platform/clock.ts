/** The only place that reads the machine's clock. Everything else is given `now` (architecture §7). */
export type Clock = { readonly now: () => Temporal.Instant };

export const deskZone = "Europe/Ljubljana";

/** Whole milliseconds: what both databases keep without rounding and the working-time engine counts in. */
export const systemClock: Clock = {
	now: () => Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds),
};

/** The desk's calendar day at an instant: agreements, offices and statutory periods count days of this zone. */
export const dayOf = (instant: Temporal.Instant): Temporal.PlainDate =>
	instant.toZonedDateTimeISO(deskZone).toPlainDate();

/** Milliseconds of a monotonic counter, for durations in logs and metrics; never for what happened when. */
export const monotonicMs = (): number => performance.now();
