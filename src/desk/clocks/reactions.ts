import { on, type Reaction } from "../../platform/operation.ts";
import { datedHoursRecorded, workFreeDayRecorded } from "../calendars/facts.ts";
import { clockEffects } from "./read/effects.ts";
import { apply } from "./write/apply.ts";
import { dueForRecheck } from "./write/calendar.ts";

/** Clocks follow the ticket's facts in its own transaction; before anything that reads due times (mails, queue rows). */
export const reactions: readonly Reaction[] = [
	...clockEffects.map(({ kind, effects }) =>
		on(kind, async (context, fact) => {
			for (const effect of effects(fact.payload as never)) await apply(context, fact.id, effect);
		}),
	),
	on(workFreeDayRecorded, (context, { payload }) =>
		dueForRecheck(context, Temporal.PlainDate.from(payload.day), "all"),
	),
	on(datedHoursRecorded, (context, { payload: { day, serviceId, set } }) =>
		dueForRecheck(
			context,
			Temporal.PlainDate.from(day),
			serviceId === null || set === null ? "own" : { serviceId, set },
		),
	),
];
