import { sql } from "kysely";
import type { ServiceId } from "../../../kernel/id.ts";
import { deskZone } from "../../../kernel/slovenian.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import type { Channel } from "../rules/codes.ts";

export type ContactCount = {
	readonly day: Temporal.PlainDate;
	/** Null = not triaged to a service yet. */
	readonly serviceId: ServiceId | null;
	readonly channel: Channel;
	readonly count: number;
};

/**
 * Contacts by service, day of the desk's zone and channel, `until` not included; days without any are absent (A-31, IMP-14).
 *
 * A contact is every word that came in from a user, the first on a matter and each further one: call, mail, form. A machine's
 * answer is none, nor is what was found to be unsolicited. It counts for the service its ticket is about now.
 */
export async function contactsPerDay(
	tx: Tx,
	{ from, until, serviceId }: { from: Temporal.PlainDate; until: Temporal.PlainDate; serviceId?: ServiceId },
): Promise<ContactCount[]> {
	const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(deskZone).toInstant();
	const ofService = serviceId === undefined ? sql`true` : sql`ticket.service_id = ${serviceId}`;
	const { rows } = await sql<{ day: Temporal.PlainDate; service_id: string | null; channel: string; count: number }>`
		select (message.at at time zone ${deskZone})::date as day, ticket.service_id, message.channel, count(*)::int as count
		from ticket_message message join ticket on ticket.id = message.ticket_id
		where message.audience = 'USER' and message.direction = 'IN' and not message.automatic and ticket.state <> 'spam'
			and message.at >= ${startOf(from)} and message.at < ${startOf(until)} and ${ofService}
		group by 1, 2, 3 order by 1, 2, 3`.execute(tx);
	return rows.map((row) => ({
		day: row.day,
		serviceId: row.service_id as ServiceId | null,
		channel: row.channel as Channel,
		count: row.count,
	}));
}
