import { notFound } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { reveal } from "../contract.ts";
import { personalDataRevealed } from "../facts.ts";
import { mayAtFirstLevel } from "../policy.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import { findPersonalData, maskedForFirstLevel } from "../rules/personal-data.ts";

/** Looking changes nothing on the ticket, so its version stays; only the record of the look is added. */
export default operation(reveal)({
	load: (context, input) => ticketInScope(context, input.id),
	may: mayAtFirstLevel,
	async run(context, input, ticket) {
		const row = await context.tx
			.selectFrom("ticket_message")
			.select("body")
			.where("ticket_id", "=", input.id)
			.where("id", "=", input.messageId)
			.executeTakeFirst();
		if (!row) throw notFound("message");
		const findings = findPersonalData(row.body)
			.filter(({ kind }) => maskedForFirstLevel.includes(kind))
			.map(({ kind, from, until }) => ({ kind, text: row.body.slice(from, until) }));
		const kinds = [...new Set(findings.map(({ kind }) => kind))];
		context.record(personalDataRevealed.of(ticket.row.id, ticket.row.version, { messageId: input.messageId, kinds }));
		return { findings };
	},
});
