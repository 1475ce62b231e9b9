import { operation } from "../../../platform/operation.ts";
import { list } from "../contract.ts";
import { mayList } from "../policy.ts";
import { queuePage } from "../read.ts";

export default operation(list)({
	may: mayList,
	run: (context, input) => queuePage(context.tx, context.actor, context.now, input),
});
