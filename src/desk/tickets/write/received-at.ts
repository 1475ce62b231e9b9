import { Refusal } from "../../../kernel/refusal.ts";
import type { Context } from "../../../platform/operation.ts";

/** When something reached us: now, or as the door says, but never later than now. */
export function receivedAtOf(context: Context, given: string | undefined): Temporal.Instant {
	if (given === undefined) return context.now;
	const at = Temporal.Instant.from(given);
	if (Temporal.Instant.compare(at, context.now) > 0) {
		throw new Refusal("invalid", "received-in-the-future", {
			obstacles: [{ code: "received-in-the-future", at: "receivedAt" }],
		});
	}
	return at;
}
