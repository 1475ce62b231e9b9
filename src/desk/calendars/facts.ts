import { factKind } from "../../kernel/fact.ts";
import type { SupportSet } from "../../kernel/values.ts";

/** A correction of fact: running clocks that pass the day move (`working-time.md` 4). The aggregate is the region's list. */
export const workFreeDayRecorded = factKind<{ day: string }>()("work-free-day-recorded", "work-free-days");

/** Hours of one date were not as the week says (aggregate: whose hours and which date); no service = the contact centre's own. */
export const datedHoursRecorded = factKind<{
	serviceId: string | null;
	set: SupportSet | null;
	day: string;
	windows: readonly string[];
}>()("dated-hours-recorded", "dated-hours");
