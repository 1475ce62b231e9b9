import Fastify from "fastify";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { openEmbedded } from "../src/platform/db/embedded.ts";
import { answerParent, cpuMs, type Ready } from "./child.ts";

/**
 * The bare limit: what this machine gives to five inserts in one transaction behind an API token, and to one select of
 * fifty rows along an index, through `pg` and Fastify, with prepared statements. No code of the desk, but that the embedded
 * database is reached the way the desk reaches it.
 */
const {
	BENCH_URL: url,
	BENCH_FOLDER: folder = "",
	BENCH_TICKETS: tickets = "10000",
	BENCH_POOL: pool = "10",
} = process.env;
const embedded = url ? null : await openEmbedded(folder);
const database = embedded?.pool ?? new pg.Pool({ connectionString: url, max: Number(pool) });
const token = randomBytes(32).toString("base64url");
const hash = (text: string) => createHash("sha256").update(text).digest();

const schema = `
	create table token (hash bytea primary key, person_id uuid not null);
	create table ticket (id uuid primary key, number integer generated always as identity unique, subject text not null,
		channel text not null, state text not null, service_id uuid, received_at timestamptz not null);
	create index ticket_by_service on ticket (service_id, received_at);
	create table message (id uuid primary key, ticket_id uuid not null references ticket (id), at timestamptz not null,
		body text not null);
	create index message_of_ticket on message (ticket_id, at);
	create table fact (id uuid primary key, at timestamptz not null, name text not null, aggregate_id uuid not null,
		payload jsonb not null);
	create index fact_of_aggregate on fact (aggregate_id, at);
	create table clock (id uuid primary key, ticket_id uuid not null references ticket (id), due_at timestamptz not null);
	create index clock_by_due on clock (due_at);
	create table queue_row (ticket_id uuid primary key references ticket (id), number integer not null, subject text not null,
		state text not null, channel text not null, service_id uuid, owner_id uuid, due_at timestamptz not null,
		received_at timestamptz not null);
	create index queue_by_due on queue_row (due_at, ticket_id);
	insert into ticket (id, subject, channel, state, received_at)
		select gen_random_uuid(), 'Napaka 500 pri potrditvi termina', 'EMAIL', 'received', now() - n * interval '20 seconds'
		from generate_series(1, ${Number(tickets)}) n;
	insert into message select gen_random_uuid(), id, received_at, repeat('Besedilo. ', 40) from ticket;
	insert into fact select gen_random_uuid(), received_at, 'ticket-received', id, '{"channel": "EMAIL"}' from ticket;
	insert into clock select gen_random_uuid(), id, received_at + interval '15 days' from ticket;
	insert into queue_row select id, number, subject, state, channel, null, null, received_at + interval '15 days', received_at
		from ticket;
	analyze`;
await database.query(schema);
await database.query("insert into token values ($1, $2)", [hash(token), randomUUID()]);

const statement = (name: string, text: string) => (values: unknown[]) => ({ name, text, values });
const byToken = statement("t", "select person_id from token where hash = $1");
const ticketOf = statement(
	"a",
	"insert into ticket (id, subject, channel, state, received_at) values ($1, $2, $3, 'received', $4) returning number",
);
const messageOf = statement("b", "insert into message values ($1, $2, $3, $4)");
const factOf = statement("c", "insert into fact values ($1, $2, 'ticket-received', $3, $4)");
const clockOf = statement("d", "insert into clock values ($1, $2, $3)");
const queueOf = statement("e", "insert into queue_row values ($1, $2, $3, 'received', $4, null, null, $5, $6)");
const list = statement("l", "select * from queue_row order by due_at, ticket_id limit 50");

const app = Fastify();
app.addHook("onRequest", async (request, reply) => {
	if (request.method === "GET") return;
	const bearer = request.headers.authorization?.slice("Bearer ".length) ?? "";
	const found = await database.query(byToken([hash(bearer)]));
	if (found.rowCount === 0) await reply.code(403).send({});
});
app.post<{ Body: { channel: string; subject: string; body: string } }>("/tickets", async ({ body }) => {
	const client = await database.connect();
	const now = new Date();
	const due = new Date(now.getTime() + 15 * 86_400_000);
	const id = randomUUID();
	try {
		await client.query("begin");
		const { rows } = await client.query(ticketOf([id, body.subject, body.channel, now]));
		await client.query(messageOf([randomUUID(), id, now, body.body]));
		await client.query(factOf([randomUUID(), now, id, JSON.stringify({ channel: body.channel })]));
		await client.query(clockOf([randomUUID(), id, due]));
		await client.query(queueOf([id, rows[0].number, body.subject, body.channel, due, now]));
		await client.query("commit");
		return { id, number: rows[0].number };
	} finally {
		client.release();
	}
});
app.get("/tickets", async () => ({ rows: (await database.query(list([]))).rows }));

answerParent({
	async start(): Promise<Ready> {
		await app.listen({ port: 0, host: "127.0.0.1" });
		const address = app.server.address();
		return { port: typeof address === "object" && address ? address.port : 0, smtpPort: 0, token, ticketIds: [] };
	},
	cpu: cpuMs,
	async close() {
		await app.close();
		await (embedded ? embedded.close() : database.end());
	},
});
