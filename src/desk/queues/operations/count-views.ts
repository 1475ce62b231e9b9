import { operation } from "../../../platform/operation.ts";
import { counts } from "../contract.ts";
import { mayList } from "../policy.ts";
import { queueCounts } from "../read.ts";
import { systemViews } from "../rules/views.ts";

export default operation(counts)({
	may: mayList,
	run: (context) => queueCounts(context.tx, context.actor, context.now, systemViews),
});
