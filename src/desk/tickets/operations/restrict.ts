import type { PersonId } from "../../../kernel/id.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import { restrict } from "../contract.ts";
import { ticketRestricted } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { move } from "../write.ts";
import { ownerOnceRestricted } from "../write/restricted-owner.ts";

export default operation(restrict)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("restrict", actor, ticket),
	async run(context, input, ticket) {
		const { row } = ticket;
		const isBreach = row.breach_suspected || input.personalDataBreachSuspected;
		const flag = "personal_data_breach_suspected";
		const moved = await move(context, ticket, "restrict", {
			restricted: true,
			owner_id: await ownerOnceRestricted(context, row.owner_id),
			breach_suspected: isBreach,
			flags: isBreach && !row.flags.includes(flag) ? [...row.flags, flag] : row.flags,
		});
		if (input.namedPersons) await namePersons(context, row.id, input.namedPersons);
		context.record(ticketRestricted.of(moved.id, moved.version, { personalDataBreachSuspected: isBreach }));
		return moved;
	},
});

async function namePersons(context: Context, ticketId: string, namedPersons: readonly PersonId[]): Promise<void> {
	await context.tx.deleteFrom("ticket_named_person").where("ticket_id", "=", ticketId).execute();
	const rows = [...new Set(namedPersons)].map((person_id) => ({ ticket_id: ticketId, person_id }));
	if (rows.length > 0) await context.tx.insertInto("ticket_named_person").values(rows).execute();
}
