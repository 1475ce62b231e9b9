import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { sweep } from "../contract.ts";
import { clocksChecked } from "../facts.ts";
import { maySweep } from "../policy.ts";
import { batchSize, clocksToSweep, sweepClocks, sweepEscalations } from "../write/sweep.ts";

/** Refuses `nothing-due` when there is nothing to say: an act that says nothing leaves no fact. */
export default operation(sweep)({
	may: maySweep,
	async run(context) {
		const rows = await clocksToSweep(context);
		const said = await sweepClocks(context, rows);
		const { looked, escalated } = await sweepEscalations(context);
		if (rows.length + looked === 0) throw new Refusal("too-soon", "nothing-due");
		const isSilent = said.warned + said.breached + said.moved + escalated === 0;
		if (isSilent) context.record(clocksChecked.of("desk", 1, { count: rows.length + looked }));
		return { ...said, escalated, isMore: rows.length === batchSize || looked === batchSize };
	},
});
