import { operation } from "../../../platform/operation.ts";
import { arrangement } from "../contract.ts";
import { mayArrange } from "../policy.ts";
import { arrangementOf } from "../read.ts";

export default operation(arrangement)({
	may: mayArrange,
	run: ({ tx, actor }) => arrangementOf(tx, actor),
});
