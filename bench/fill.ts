import { type RawBuilder, sql } from "kysely";
import type { Desk, Perform } from "../src/entrances/perform.ts";
import createOrganisation from "../src/desk/identity/operations/create-organisation.ts";
import createPerson from "../src/desk/identity/operations/create-person.ts";
import createToken from "../src/desk/identity/operations/create-token.ts";
import grantRole from "../src/desk/identity/operations/grant-role.ts";
import acknowledge from "../src/desk/tickets/operations/acknowledge.ts";
import handOver from "../src/desk/tickets/operations/hand-over.ts";
import note from "../src/desk/tickets/operations/note.ts";
import receive from "../src/desk/tickets/operations/receive.ts";
import triage from "../src/desk/tickets/operations/triage.ts";
import type { Actor, PersonActor } from "../src/kernel/actor.ts";
import type { Tx } from "../src/platform/db/tx.ts";
import type { Operation } from "../src/platform/operation.ts";
import { actorOfPerson } from "../src/desk/identity/read.ts";
import { dayOf } from "../src/platform/clock.ts";
import { bindService, eOkence } from "../test/support/bound-service.ts";

const system = { kind: "system", name: "bench" } as const;
const patterns = 20;

/** Of which twenty tickets are copies made: of all sorts, or of those handed over that second level has not answered. */
export type Pattern = "all" | "unanswered";
const numbersOf = (pattern: Pattern): number[] =>
	Array.from({ length: patterns * 5 }, (_, n) => n)
		.filter((n) => pattern === "all" || (n % 4 === 3 && n % 5 !== 0))
		.slice(0, patterns);

export type Filled = { readonly token: string; readonly serviceId: string; readonly ticketIds: readonly string[] };

/**
 * Fills an empty desk: an adviser with a token, a bound service, twenty tickets made by operations (half of them handed over),
 * and copies of these by SQL, each with its own ids, number and times, until there are as many as asked for.
 */
export async function fill(desk: Desk, perform: Perform, tickets: number, pattern: Pattern = "all"): Promise<Filled> {
	const made = new Map<string, string>();
	const organisation = async (name: string, kind: "PROVIDER" | "CLIENT" | "OTHER_BODY" = "CLIENT") => {
		const id =
			made.get(name) ?? (await perform(createOrganisation, system, { name, kind, validFrom: "2020-01-01" })).id;
		made.set(name, id);
		return id as never;
	};
	const { serviceId } = await bindService({ database: desk.database, organisation }, "EOKENCE", eOkence);
	const organisationId = await organisation("Kontaktni center", "PROVIDER");
	const person = { handle: "svetovalka", name: "Svetovalka", email: "svetovalka@desk.example", organisationId };
	const { id: personId } = await perform(createPerson, system, person);
	const validFrom = dayOf(desk.clock.now()).toString();
	await perform(grantRole, system, { personId, role: "ekc_adviser", organisationId, validFrom });
	const adviser = await desk.database.read((tx) => actorOfPerson(tx, personId, dayOf(desk.clock.now())));
	const { secret: token } = await perform(createToken, adviser, { name: "bench" });
	const originals: string[] = [];
	for (const n of numbersOf(pattern)) originals.push(await original(perform, adviser, serviceId, n));
	const each = Math.ceil(tickets / patterns) - 1;
	await desk.database.write((tx) => copyTickets(tx, originals, each));
	await desk.database.pool.query("analyze");
	const sample = await desk.database.pool.query<{ id: string }>("select id from ticket order by number desc limit 200");
	return { token: token!, serviceId, ticketIds: sample.rows.map((row) => row.id) };
}

async function original(perform: Perform, adviser: PersonActor, serviceId: string, n: number): Promise<string> {
	let ticket: { id: string; version: number } = await perform(receive, system, {
		channel: n % 3 === 0 ? "WEB_FORM" : "EMAIL",
		reporter: { name: `Uporabnica ${n}`, email: `uporabnica.${n}@example.si` },
		subject: `Napaka 500 pri potrditvi termina (${n})`,
		body: "Že od jutra poskušam potrditi termin, pa se vedno pokaže napaka 500. ".repeat(6),
	});
	const step = async (operation: unknown, more: object = {}, actor: Actor = adviser) => {
		const input = { id: ticket.id, version: ticket.version, ...more };
		ticket = (await perform(operation as Operation, actor, input)) as typeof ticket;
	};
	if (n % 5 === 0) return ticket.id;
	const facts = {
		type: "INCIDENT",
		category: "T2.1",
		effect: "BLOCKED",
		requiresOtherBodies: false,
		take: true,
	};
	await step(triage, { ...facts, serviceId });
	for (let word = 0; word < n % 4; word += 1)
		await step(note, { body: `Zaznamek ${word}: preverjeno v dveh brskalnikih.` });
	if (n % 2 === 1) await step(handOver, { summary: "Napaka 500 v treh brskalnikih." });
	if (n % 4 === 1) await step(acknowledge, {}, system);
	return ticket.id;
}

/** Tables that hold a ticket, by the column that names it; `ids` are columns that get an id of their own in each copy. */
const tables: readonly {
	name: string;
	ticket: string;
	ids: readonly string[];
	set?: Readonly<Record<string, RawBuilder<unknown>>>;
}[] = [
	{ name: "ticket", ticket: "id", ids: ["id"], set: { number: sql`nextval('ticket_number')` } },
	{ name: "ticket_reporter", ticket: "ticket_id", ids: ["ticket_id"] },
	{ name: "ticket_message", ticket: "ticket_id", ids: ["ticket_id", "id"] },
	{ name: "clock", ticket: "ticket_id", ids: ["id", "ticket_id"], set: { next_at: sql`null` } },
	{ name: "clock_hand_over", ticket: "ticket_id", ids: ["ticket_id"], set: { moves_at: sql`null` } },
	{ name: "fact", ticket: "aggregate_id", ids: ["id", "aggregate_id"] },
	{
		name: "queue_row",
		ticket: "ticket_id",
		ids: ["ticket_id", "clock_id"],
		set: { number: sql`(select number from ticket where id = pg_temp.copy_id(t.ticket_id, n))` },
	},
];

/**
 * Copies whole tickets, twenty seconds apart into the past. The sweeper leaves copies alone (`next_at`), so that it does not
 * work through a hundred thousand breaches while something else is measured.
 */
async function copyTickets(tx: Tx, originals: readonly string[], copies: number): Promise<void> {
	await sql`set local session_replication_role = replica`.execute(tx);
	await sql`create function pg_temp.copy_id(of uuid, n integer) returns uuid language sql immutable
		as $$ select md5(of::text || n::text)::uuid $$`.execute(tx);
	for (const { name, ticket, ids, set = {} } of tables) {
		const { rows } = await sql<{ name: string; type: string }>`
			select column_name as name, udt_name as type from information_schema.columns
			where table_schema = 'public' and table_name = ${name} and is_identity = 'NO' order by ordinal_position`.execute(
			tx,
		);
		const value = (column: { name: string; type: string }): RawBuilder<unknown> => {
			const from = sql`t.${sql.id(column.name)}`;
			if (set[column.name]) return set[column.name]!;
			if (ids.includes(column.name)) return sql`pg_temp.copy_id(${from}::uuid, n)`;
			return column.type === "timestamptz" ? sql`${from} - n * interval '20 seconds'` : from;
		};
		await sql`insert into ${sql.id(name)} (${sql.join(rows.map((column) => sql.id(column.name)))})
			select ${sql.join(rows.map(value))} from ${sql.id(name)} t cross join generate_series(1, ${sql.lit(copies)}) n
			where t.${sql.id(ticket)}::text in (${sql.join(originals)})`.execute(tx);
	}
}
