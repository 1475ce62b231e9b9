import type { Clock } from "../../src/platform/clock.ts";

export type FixedClock = Clock & {
	set(at: string | Temporal.Instant): void;
	forward(duration: Temporal.DurationLike): void;
};

/** A clock that stands until it is told otherwise. Times with an offset: `2026-03-12T14:05+01:00`. */
export function fixedClock(at: string): FixedClock {
	let now = Temporal.Instant.from(at);
	return {
		now: () => now,
		set: (to) => {
			now = typeof to === "string" ? Temporal.Instant.from(to) : to;
		},
		forward: (duration) => {
			now = now.add(duration);
		},
	};
}
