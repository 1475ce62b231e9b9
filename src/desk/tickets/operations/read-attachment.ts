import { notFound } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { attachment } from "../contract.ts";
import { isAtFirstLevel, mayRead } from "../policy.ts";
import { isForSecondLevel } from "../read/conversation.ts";
import { ticketInScope } from "../read/ticket-row.ts";

export default operation(attachment)({
	load: (context, input) => ticketInScope(context, input.id),
	may: mayRead,
	async run(context, input, { row: ticket, exposure }) {
		const row = await context.tx
			.selectFrom("ticket_attachment")
			.innerJoin("ticket_message", (join) =>
				join
					.onRef("ticket_message.ticket_id", "=", "ticket_attachment.ticket_id")
					.onRef("ticket_message.id", "=", "ticket_attachment.message_id"),
			)
			.select(["file_id", "name", "content_type", "audience", "at"])
			.where("ticket_attachment.ticket_id", "=", input.id)
			.where("ticket_attachment.id", "=", input.attachmentId)
			.executeTakeFirst();
		const isShown = row && (isAtFirstLevel(context.actor, exposure) || isForSecondLevel(row, ticket.handed_over_since));
		if (!row || !isShown) throw notFound("attachment");
		const bytes = await context.store.get(context.tx, row.file_id as Parameters<typeof context.store.get>[1]);
		return { name: row.name, contentType: row.content_type, base64: bytes.toString("base64") };
	},
});
