import { operation } from "../../../platform/operation.ts";
import { writeCannedReply } from "../contract.ts";
import { mayKeepCanned } from "../policy.ts";
import { keepCannedReply } from "../write/canned-reply.ts";

export default operation(writeCannedReply)({
	may: mayKeepCanned,
	run: (context, input) => keepCannedReply(context, { id: context.newId(), version: 1 }, { ...input, isOffered: true }),
});
