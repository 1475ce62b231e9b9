import { on, type Reaction } from "../../platform/operation.ts";
import { roleGranted } from "../identity/facts.ts";
import { trainingAttested, trainingEvaluated } from "../training/facts.ts";
import { neededOffices } from "./read/situation.ts";
import { activateIfOpen } from "./write/activate.ts";

/** Whatever may open the last gate asks whether it has; the second signature asks by itself. */
export const reactions: readonly Reaction[] = [
	on(trainingAttested, (context, fact) => activateIfOpen(context, fact.payload.serviceId, "gate")),
	on(trainingEvaluated, (context, fact) => activateIfOpen(context, fact.payload.serviceId, "gate")),
	// An office without a holder holds activation up and an adviser of the past counts again with a new office: whoever
	// holds it from today on lets it go on. Whoever holds it from a later day on is found by the sweeper on that day.
	on(roleGranted, async (context, fact) => {
		if (!["ekc_adviser", ...neededOffices].includes(fact.payload.role)) return;
		const signed = await context.tx
			.selectFrom("agreement")
			.select("service_id")
			.where("state", "=", "signed")
			.execute();
		for (const { service_id } of signed) await activateIfOpen(context, service_id, "time");
	}),
];
