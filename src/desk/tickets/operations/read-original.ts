import type { FileId } from "../../../kernel/id.ts";
import { notFound } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { original } from "../contract.ts";
import { personalDataRevealed } from "../facts.ts";
import { mayAtFirstLevel } from "../policy.ts";
import { ticketInScope } from "../read/ticket-row.ts";

/** Nothing is masked in the mail itself, so looking into it is a look at personal data (IMP-09). */
export default operation(original)({
	load: (context, input) => ticketInScope(context, input.id),
	may: mayAtFirstLevel,
	async run(context, { id, messageId }, { row }) {
		const message = await context.tx
			.selectFrom("ticket_message")
			.select("original")
			.where("ticket_id", "=", id)
			.where("id", "=", messageId)
			.executeTakeFirst();
		if (!message?.original) throw notFound("message");
		const bytes = await context.store.get(context.tx, message.original as FileId);
		context.record(personalDataRevealed.of(row.id, row.version, { messageId, kinds: ["ORIGINAL"] }));
		return { name: `${messageId}.eml`, contentType: "message/rfc822", base64: bytes.toString("base64") };
	},
});
