import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../../kernel/actor.ts";
import { type TicketScope, ticketScope } from "../policy.ts";

/** Columns that a scope is read by; those of `ticket` itself, or of a projection that keeps the same ones. */
export type ScopeColumns = {
	readonly ticketId: RawBuilder<string>;
	readonly serviceId: RawBuilder<string | null>;
	readonly set: RawBuilder<string | null>;
	readonly wasHandedOver: RawBuilder<boolean>;
	readonly isRestricted: RawBuilder<boolean>;
};

/** The columns of `ticket`. */
export const ticketColumns: ScopeColumns = {
	ticketId: sql`ticket.id`,
	serviceId: sql`ticket.service_id`,
	set: sql`ticket.support_set`,
	wasHandedOver: sql`ticket.handed_over_since is not null`,
	isRestricted: sql`ticket.restricted`,
};

/** The scope as an SQL condition; says of every ticket what `isVisible` says (a property test holds them together). */
export function inScope(scope: TicketScope, column: ScopeColumns): RawBuilder<boolean> {
	const named = sql`exists (select from ticket_named_person named
		where named.ticket_id = ${column.ticketId} and named.person_id = ${scope.personId})`;
	const grants = scope.grants.map((grant) => {
		const conditions = [
			...(grant.serviceId === null ? [] : [sql`${column.serviceId} = ${grant.serviceId}`]),
			...(grant.set === null ? [] : [sql`${column.set} = ${grant.set}`]),
			...(grant.onlyHandedOver ? [column.wasHandedOver] : []),
			...(grant.restricted === "hidden" ? [sql`not ${column.isRestricted}`] : []),
			...(grant.restricted === "whereNamed" ? [sql`(not ${column.isRestricted} or ${named})`] : []),
		];
		return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
	});
	return grants.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(grants, sql` or `)})`;
}

/** Whether the actor may see a ticket, as an SQL condition: for lists and reports of other areas. */
export const visibleTo = (actor: Actor, column: ScopeColumns = ticketColumns): RawBuilder<boolean> =>
	inScope(ticketScope(actor), column);
