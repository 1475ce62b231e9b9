import type { Obstacle } from "../../../kernel/refusal.ts";

/** What stands against the day that an interim reply names: it must name one, today or later. */
export function expectedDayObstacles(expectedOn: string | null, today: Temporal.PlainDate): readonly Obstacle[] {
	if (expectedOn === null) return [{ code: "required", at: "expectedOn" }];
	const isPast = Temporal.PlainDate.compare(Temporal.PlainDate.from(expectedOn), today) < 0;
	return isPast ? [{ code: "expected-day-past", at: "expectedOn" }] : [];
}
