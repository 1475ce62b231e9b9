import { operation } from "../../../platform/operation.ts";
import { restrict } from "../contract.ts";
import { ticketRestricted } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { move } from "../write.ts";

export default operation(restrict)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("restrict", actor, ticket),
	async run(context, input, ticket) {
		const { row } = ticket;
		const isBreach = row.breach_suspected || input.personalDataBreachSuspected;
		const flag = "personal_data_breach_suspected";
		const moved = await move(context, ticket, "restrict", {
			restricted: true,
			breach_suspected: isBreach,
			flags: isBreach && !row.flags.includes(flag) ? [...row.flags, flag] : row.flags,
		});
		await context.tx.deleteFrom("ticket_named_person").where("ticket_id", "=", row.id).execute();
		const persons = [...new Set(input.namedPersons)];
		if (persons.length > 0) {
			await context.tx
				.insertInto("ticket_named_person")
				.values(persons.map((person_id) => ({ ticket_id: row.id, person_id })))
				.execute();
		}
		context.record(ticketRestricted.of(moved.id, moved.version, { personalDataBreachSuspected: isBreach }));
		return moved;
	},
});
