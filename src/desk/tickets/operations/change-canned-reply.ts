import { notFound } from "../../../kernel/refusal.ts";
import { refuseStale } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { changeCannedReply } from "../contract.ts";
import { mayKeepCanned } from "../policy.ts";
import { keepCannedReply } from "../write/canned-reply.ts";

export default operation(changeCannedReply)({
	may: mayKeepCanned,
	async run(context, { id, version, ...words }) {
		const query = context.tx.selectFrom("canned_reply").select("version").where("id", "=", id);
		const row = await query.forUpdate().executeTakeFirst();
		if (!row) throw notFound("canned-reply");
		await refuseStale(context.tx, "canned-reply", id, version, row.version);
		return keepCannedReply(context, { id, version: version + 1 }, words);
	},
});
