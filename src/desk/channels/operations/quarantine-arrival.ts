import { operation } from "../../../platform/operation.ts";
import { quarantineArrival } from "../contract.ts";
import { arrivalQuarantined } from "../facts.ts";
import { mayRunDoors } from "../policy.ts";
import { setAside } from "../write.ts";

export default operation(quarantineArrival)({
	may: mayRunDoors,
	async run(context, input) {
		const { version } = await setAside(context, input.id, input.reason);
		context.record(arrivalQuarantined.of(input.id, version, { reason: input.reason }));
		return { id: input.id };
	},
});
