/** What the receiving server said about one attempt: taken, not now (4xx, no connection), or never (5xx). */
export type Attempt = { readonly outcome: "ACCEPTED" | "DEFERRED" | "REFUSED"; readonly response: string };

/** A mail is settled, sent or not, within 72 hours (assurance: "a terminal state within 72 h"). */
export const lifetime = Temporal.Duration.from({ hours: 72 });

const firstPause = 60_000;
const longestPause = 4 * 3_600_000;

/** Milliseconds to wait after attempt number `attempts` (1, 2, …): 1, 2, 4 … minutes, at most four hours. */
export const pauseAfter = (attempts: number): number =>
	Math.min(longestPause, firstPause * 2 ** Math.min(attempts - 1, 20));

export type Settlement =
	| { readonly state: "SENT" }
	| { readonly state: "FAILED"; readonly failure: "REFUSED" | "EXPIRED" }
	| { readonly state: "QUEUED"; readonly dueAt: Temporal.Instant };

/** What becomes of a mail after an attempt at `now`: sent, failed for good, or due again before it expires. */
export function settlementOf(
	attempt: Attempt,
	attempts: number,
	now: Temporal.Instant,
	expiresAt: Temporal.Instant,
): Settlement {
	if (attempt.outcome === "ACCEPTED") return { state: "SENT" };
	if (attempt.outcome === "REFUSED") return { state: "FAILED", failure: "REFUSED" };
	const next = now.add({ milliseconds: pauseAfter(attempts) });
	if (Temporal.Instant.compare(next, expiresAt) < 0) return { state: "QUEUED", dueAt: next };
	return Temporal.Instant.compare(now, expiresAt) < 0
		? { state: "QUEUED", dueAt: expiresAt }
		: { state: "FAILED", failure: "EXPIRED" };
}
