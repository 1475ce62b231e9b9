import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { sweep } from "../contract.ts";
import { clocksChecked } from "../facts.ts";
import { maySweep } from "../policy.ts";
import { dueNow, sweepClocks, sweepEscalations } from "../write/sweep.ts";

/** Refuses `nothing-due` when there is nothing to say: an act that says nothing leaves no fact. */
export default operation(sweep)({
	may: maySweep,
	async run(context, input) {
		const { clocks, handOvers, isMore } = await dueNow(context, input);
		const count = clocks.length + handOvers.length;
		if (count === 0) throw new Refusal("too-soon", "nothing-due");
		const said = await sweepClocks(context, clocks);
		const escalated = await sweepEscalations(context, handOvers);
		const isSilent = said.warned + said.breached + said.moved + escalated === 0;
		if (isSilent) context.record(clocksChecked.of("desk", 1, { count }));
		return { ...said, escalated, isMore };
	},
});
