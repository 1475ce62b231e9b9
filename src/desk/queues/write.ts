import { sql } from "kysely";
import { prepared } from "../../platform/db/prepared.ts";
import type { Context } from "../../platform/operation.ts";
import { firstDueOfTicket } from "../clocks/read.ts";

/** Where a ticket stands on which nothing is owed: after all due times (an instant, because `infinity` is none). */
const lastOfAll = Temporal.Instant.from("9999-12-31T00:00:00Z");

/**
 * Brings the rows of tickets and of their children, which share their clocks, to what tickets and clocks say now; one
 * statement. By id, so that two that refresh the same rows at once wait for each other instead of locking crosswise.
 */
export async function refreshRows(context: Context, ticketIds: readonly string[]): Promise<void> {
	refreshed.ahead(context.tx, { now: context.now, lastOfAll, ticketIds });
}

type Refresh = {
	readonly now: Temporal.Instant;
	readonly lastOfAll: Temporal.Instant;
	readonly ticketIds: readonly string[];
};

const refreshed = prepared(
	(_, { now, lastOfAll, ticketIds }: Refresh) => sql`
		insert into queue_row (ticket_id, number, subject, state, is_open, channel, type, service_id, support_set, owner_id,
			restricted, handed_over, is_answered, priority, priority_rank, is_overridden, flags, user_deadline, received_at,
			changed_at, clock_id, due_kind, due_state, due_at, warn_at, is_breached, sort_at)
		select ticket.id, number, subject, ticket.state, ticket.state not in ('closed', 'spam'), channel, type, service_id,
			support_set, owner_id, restricted, handed_over_since is not null, answered_at is not null, priority, priority_rank,
			priority_reason is not null, flags, user_deadline, received_at, ${now}::timestamptz, due.id, due.kind,
			due.state, due.due_at, due.warn_at, due.breached_at is not null, coalesce(due.due_at, ${lastOfAll}::timestamptz)
		from ticket left join lateral (${firstDueOfTicket}) due on true
		where ticket.id = any(array(select unnest(${ticketIds}::uuid[]) union all
			select ticket_id from ticket_link where to_id = any(${ticketIds}::uuid[]) and kind = 'CHILD'))
		order by ticket.id
		on conflict (ticket_id) do update set state = excluded.state, is_open = excluded.is_open, type = excluded.type,
			subject = excluded.subject, service_id = excluded.service_id, support_set = excluded.support_set,
			owner_id = excluded.owner_id, restricted = excluded.restricted, handed_over = excluded.handed_over,
			is_answered = excluded.is_answered, priority = excluded.priority, priority_rank = excluded.priority_rank,
			is_overridden = excluded.is_overridden, flags = excluded.flags, user_deadline = excluded.user_deadline,
			changed_at = excluded.changed_at, clock_id = excluded.clock_id, due_kind = excluded.due_kind,
			due_state = excluded.due_state, due_at = excluded.due_at, warn_at = excluded.warn_at,
			is_breached = excluded.is_breached, sort_at = excluded.sort_at`,
);
