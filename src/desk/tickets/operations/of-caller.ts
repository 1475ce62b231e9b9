import { sql } from "kysely";
import { operation } from "../../../platform/operation.ts";
import { ofCaller } from "../contract.ts";
import { isAtFirstLevel, mayIntake } from "../policy.ts";
import { visibleTo } from "../read/scope.ts";
import type { TicketState } from "../rules/codes.ts";
import { subjectFor } from "../rules/subject.ts";

const shownMost = 10;
const digitsCompared = 8;

/** By the address, or by the last eight digits of the number however it is written; the newest first. */
export default operation(ofCaller)({
	may: mayIntake,
	async run({ tx, actor }, { phone, email }) {
		const digits = (phone ?? "").replaceAll(/\D/g, "").slice(-digitsCompared);
		const rows = await tx
			.selectFrom("ticket")
			.innerJoin("ticket_reporter", "ticket_reporter.ticket_id", "ticket.id")
			.select([
				"ticket.id",
				"ticket.number",
				"ticket.subject",
				"ticket.state",
				"ticket.received_at",
				"ticket.restricted",
			])
			.select("ticket_reporter.name")
			.where(sql<boolean>`(ticket_reporter.email = ${email?.toLowerCase() ?? null}
				or ${digits.length === digitsCompared} and right(regexp_replace(ticket_reporter.phone, '\\D', '', 'g'), 8) = ${digits})`)
			.where("ticket.state", "not in", ["closed", "spam"])
			.where(visibleTo(actor))
			.orderBy("ticket.received_at", "desc")
			.limit(shownMost)
			.execute();
		return {
			rows: rows.map(({ received_at, restricted, name, ...row }) => ({
				...row,
				state: row.state as TicketState,
				subject: subjectFor(row.subject, {
					isFirst: isAtFirstLevel(actor, { isRestricted: restricted }),
					reporterName: name,
				}),
				receivedAt: received_at.toString(),
			})),
		};
	},
});
