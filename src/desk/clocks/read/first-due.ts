import { type RawBuilder, sql } from "kysely";
import { secondLevelKinds } from "../rules/kinds.ts";

const secondLevel = sql.join(secondLevelKinds.map((kind) => sql.lit(kind)));

/**
 * `nextDue` as a lateral subselect beside a `ticket`, for a projection that is written in one statement: at most one row
 * with `id, kind, state, due_at, warn_at, breached_at`.
 */
export const firstDueOfTicket: RawBuilder<unknown> = sql`
	select clock.id, clock.kind, clock.state, clock.due_at, clock.warn_at, clock.breached_at from clock
	where clock.ended_at is null
		and clock.ticket_id = any(array(select ticket.id union all
			select link.to_id from ticket_link link where link.ticket_id = ticket.id and link.kind = 'CHILD'))
		and (clock.kind in (${secondLevel}) or (clock.ticket_id = ticket.id and clock.hours <> 'ALWAYS'))
	order by clock.state = 'running' desc, clock.due_at limit 1`;
