import { factKind } from "../../kernel/fact.ts";

/** A correction of fact: running clocks that pass the day move (`working-time.md` 4). The aggregate is the region's list. */
export const workFreeDayRecorded = factKind<{ day: string }>()("work-free-day-recorded", "work-free-days");
