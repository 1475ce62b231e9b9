import { refuseIf } from "../../../kernel/refusal.ts";
import { refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { link } from "../contract.ts";
import { ticketLinked } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { linkExists } from "../read/links.ts";
import { type LoadedTicket, ticketForAct, ticketInScope } from "../read/ticket-row.ts";
import { linkObstacles } from "../rules/links.ts";
import { move } from "../write.ts";

/** Only a child changes its state; the other kinds point from wherever the ticket stands. */
export default operation(link)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket, input) => mayDo(input.kind === "CHILD" ? "link" : "note", actor, ticket),
	async run(context, input, ticket) {
		const other = await ticketInScope(context, input.toId);
		refuseIf(
			linkObstacles(
				input.kind,
				{
					...endOf(ticket),
					hasParent: await linkExists(context.tx, { from: input.id, kind: "CHILD" }),
					hasChildren: await linkExists(context.tx, { to: input.id, kind: "CHILD" }),
				},
				{
					...endOf(other),
					isChild: await linkExists(context.tx, { from: input.toId, kind: "CHILD" }),
					isLinkedAlready: await linkExists(context.tx, { from: input.id, to: input.toId }),
				},
			),
		);
		await refusing({ one_parent: "has-parent", ticket_link_pkey: "linked-already" }, () =>
			context.tx
				.insertInto("ticket_link")
				.values({ ticket_id: input.id, to_id: input.toId, kind: input.kind })
				.execute(),
		);
		const moved = await move(context, ticket, input.kind === "CHILD" ? "link" : "note");
		context.record(ticketLinked.of(moved.id, moved.version, { toId: input.toId, kind: input.kind }));
		return moved;
	},
});

const endOf = ({ row, situation }: LoadedTicket) => ({
	id: row.id,
	serviceId: row.service_id,
	state: situation.state,
});
