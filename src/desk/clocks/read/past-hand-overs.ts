import { type RawBuilder, sql } from "kysely";
import type { SupportSet } from "../../../kernel/values.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import type { Effect, PriorityCode, TicketType } from "../../tickets/rules/codes.ts";
import type { PastClock, PastHandOver } from "../rules/rehearsal.ts";

/** Which hand-overs: what is absent does not narrow. Days are of the desk, the second one not included. */
export type Which = {
	readonly service?: string;
	readonly set?: SupportSet;
	readonly category?: string;
	readonly from?: Temporal.Instant;
	readonly until?: Temporal.Instant;
};

/** A page as one JSON text of the database: a quarter of the work of as many rows with as many columns. */
const pageSize = 10_000;

type Packed = readonly [
	ticketId: string,
	handOver: number,
	agreementId: string,
	set: SupportSet,
	category: string,
	type: TicketType,
	effect: Effect,
	soleChannel: boolean,
	requiresOtherBodies: boolean,
	breachSuspected: boolean,
	overridden: PriorityCode | null,
	at: number,
	response: PackedClock,
	resolution: PackedClock,
	pauses: readonly (readonly [number, number | null])[] | null,
];
/** Whether there was one, when it ended, whether it was judged late. */
type PackedClock = readonly [found: boolean, endedAt: number | null, wasLate: boolean];

/**
 * Hand-overs of the past page after page, by key, so that nothing more is in memory than two pages: the database prepares the
 * next one while this one is folded.
 */
export async function* pastHandOvers(
	tx: Tx,
	which: Which,
	now: Temporal.Instant,
): AsyncGenerator<readonly PastHandOver[]> {
	const ask = async (last: readonly [string, number] | null): Promise<Packed[]> => {
		const { rows } = await pageAfter(last, which, now).execute(tx);
		return JSON.parse(rows[0]!.page) as Packed[];
	};
	let page = await ask(null);
	while (page.length > 0) {
		const end = page.at(-1)!;
		const asked = page.length < pageSize ? Promise.resolve([]) : ask([end[0], end[1]]);
		try {
			yield page.map(unpacked);
		} finally {
			page = await asked;
		}
	}
}

const ms = (column: string): RawBuilder<number> => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`;

const clock = (name: string, now: Temporal.Instant): RawBuilder<unknown> => sql`json_build_array(
	${sql.ref(`${name}.id`)} is not null, ${ms(`${name}.ended_at`)},
	${sql.ref(`${name}.breached_at`)} is not null
		or (${sql.ref(`${name}.state`)} = 'running' and ${sql.ref(`${name}.due_at`)} < ${now}))`;

const pageAfter = (last: readonly [string, number] | null, which: Which, now: Temporal.Instant) => sql<{
	page: string;
}>`
	select coalesce(json_agg(json_build_array(p.ticket_id, p.hand_over, p.agreement_id, p.support_set, p.category, p.type,
		p.effect, coalesce(p.sole_channel, false), coalesce(p.requires_other_bodies, false), p.breach_suspected, p.overridden,
		${ms("p.handed_over_at")}, ${clock("response", now)}, ${clock("resolution", now)}, p.pauses)
		order by p.ticket_id, p.hand_over), '[]')::text as page
	from (
		select h.ticket_id, h.hand_over, h.agreement_id, h.support_set, h.handed_over_at, t.category, t.type, t.effect,
			t.sole_channel, t.requires_other_bodies, t.breach_suspected,
			case when t.priority_reason is not null then t.priority end as overridden,
			(select json_agg(json_build_array(${ms("w.since")}, ${ms("w.until")}) order by w.since)
				from ticket_pause w where w.ticket_id = h.ticket_id) as pauses
		from clock_hand_over h join ticket t on t.id = h.ticket_id
		join agreement a on a.id = h.agreement_id and a.service_id = t.service_id
		where ${sql.join(conditions(last, which), sql` and `)}
		order by h.ticket_id, h.hand_over limit ${sql.lit(pageSize)}
	) p
	left join clock response on response.ticket_id = p.ticket_id and response.kind = 'RESPONSE'
		and response.round = p.hand_over
	left join clock resolution on resolution.ticket_id = p.ticket_id and resolution.kind = 'RESOLUTION'
		and resolution.round = p.hand_over`;

function conditions(last: readonly [string, number] | null, which: Which): RawBuilder<boolean>[] {
	const { service, set, category, from, until } = which;
	return [
		// What was classified anew as something else since has nothing to be reckoned by.
		sql<boolean>`t.support_set = h.support_set and t.category is not null and t.effect is not null`,
		...(last ? [sql<boolean>`(h.ticket_id, h.hand_over) > (${last[0]}::uuid, ${last[1]}::smallint)`] : []),
		...(service ? [sql<boolean>`t.service_id = (select id from service where code = ${service})`] : []),
		...(set ? [sql<boolean>`h.support_set = ${set}`] : []),
		...(category ? [sql<boolean>`t.category = ${category}`] : []),
		...(from ? [sql<boolean>`h.handed_over_at >= ${from}`] : []),
		...(until ? [sql<boolean>`h.handed_over_at < ${until}`] : []),
	];
}

const noPauses: PastHandOver["pauses"] = [];

const unpacked = (row: Packed): PastHandOver => ({
	agreementId: row[2],
	set: row[3],
	category: row[4],
	type: row[5],
	effect: row[6],
	soleChannel: row[7],
	requiresOtherBodies: row[8],
	personalDataBreachSuspected: row[9],
	overridden: row[10],
	at: row[11],
	response: clockOf(row[12]),
	resolution: clockOf(row[13]),
	pauses: row[14]?.map(([from, to]) => ({ from, to })) ?? noPauses,
});

const clockOf = ([found, endedAt, wasLate]: PackedClock): PastClock | null => (found ? { endedAt, wasLate } : null);
