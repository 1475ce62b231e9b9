import { sql } from "kysely";
import { rehearse } from "../src/desk/clocks/read/rehearse.ts";
import { openDatabase } from "../src/platform/db/database.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { bindService, eOkence } from "../test/support/bound-service.ts";
import { hasServer, scratchPlace } from "./scratch.ts";

const million = 1_000_000;
const MB = 1024 * 1024;
const seconds = (ms: number) => Math.round(ms) / 1000;
const residentMB = () => Math.round(process.memoryUsage.rss() / MB);
const tell = (text: string) => console.error(text);

/** A million hand-overs replayed from PostgreSQL, reading included, in a process of its own; the tickets are made by one statement per table. */
async function rehearseMillion() {
	if (!(await hasServer())) return [{ name: "rehearse a million from PostgreSQL", value: null, unit: "s" }];
	const place = await scratchPlace("postgresql");
	const database = await openDatabase({ url: place.url!, poolSize: 2 });
	try {
		await migrate(database.pool);
		const organisation = async () => {
			const { rows } = await database.pool.query<{ id: string }>(
				`insert into organisation (id, version, name, kind, valid_from)
				values (gen_random_uuid(), 1, 'Naročnik', 'CLIENT', '2020-01-01') returning id`,
			);
			return rows[0]!.id as never;
		};
		const bound = await bindService({ database, organisation }, "EOKENCE", eOkence);
		tell("filling a million tickets …");
		await fillMillion(database, bound);
		const now = Temporal.Instant.from("2027-02-01T00:00Z");
		const started = performance.now();
		let most = 0;
		const report = await database.read((tx) =>
			rehearse(tx, { terms: {}, which: {}, now }, () => {
				most = Math.max(most, residentMB());
			}),
		);
		const spent = seconds(performance.now() - started);
		const { handOvers, clocks } = report;
		return [
			{ name: "rehearse a million from PostgreSQL", value: spent, unit: "s", handOvers, clocks },
			{ name: "resident memory while rehearsing", value: most, unit: "MB" },
		];
	} finally {
		await database.close();
		await place.remove();
	}
}

/** Ids of the desk are ordered by time (UUID version 7): rows made together lie together. */
const inOrder = sql`(lpad(to_hex(n), 12, '0') || substr(md5(n::text), 1, 20))::uuid`;

async function fillMillion(
	database: Awaited<ReturnType<typeof openDatabase>>,
	{ serviceId, agreementId }: { readonly serviceId: string; readonly agreementId: string },
): Promise<void> {
	const clock = (kind: string, allowance: number, took: number) => sql`
		insert into clock (id, version, ticket_id, kind, round, agreement_id, hours, clause, allowance, warning_share,
			started_at, state, due_at, ended_at, breached_at)
		select gen_random_uuid(), 2, ticket_id, ${sql.lit(kind)}, 1, agreement_id, 'TECHNICAL', '{}', '{}', 75,
			handed_over_at, 'met', handed_over_at + ${sql.lit(`${allowance} hours`)}::interval,
			handed_over_at + random() * ${sql.lit(`${took} hours`)}::interval,
			case when random() < 0.2 then handed_over_at + interval '1 day' end
		from clock_hand_over`;
	await database.write(async (tx) => {
		await sql`set local session_replication_role = replica`.execute(tx);
		await sql`insert into ticket (id, version, state, channel, language, user_group, subject, search, received_at, type,
				service_id, agreement_id, support_set, category, effect, sole_channel, requires_other_bodies, hand_overs)
			select ${inOrder}, 5, 'closed', 'EMAIL', 'sl', 'citizen', 'Napaka', '', timestamptz '2026-02-01'
				+ random() * interval '300 days', 'INCIDENT', ${serviceId}, ${agreementId}, 'TECHNICAL', 'T' || n % 20,
				(array['BLOCKED', 'IMPEDED', 'REDUCED'])[1 + n % 3], false, n % 4 > 0, 1
			from generate_series(1, ${sql.lit(million)}) n`.execute(tx);
		await sql`insert into clock_hand_over (ticket_id, hand_over, agreement_id, support_set, matrix_table, priority,
				handed_over_at, ended_at, target_order, target_since, after_user_deadline)
			select id, 1, agreement_id, support_set, 'solo', 'CRITICAL', received_at, received_at + interval '1 day', 1,
				received_at, false from ticket`.execute(tx);
		await clock("RESPONSE", 2, 6).execute(tx);
		await clock("RESOLUTION", 8, 60).execute(tx);
		await sql`insert into ticket_pause (ticket_id, since, until)
			select id, received_at + interval '1 hour', received_at + interval '30 hours' from ticket
			where number % 10 = 0`.execute(tx);
	});
	await database.pool.query("analyze");
}

for (const figure of await rehearseMillion()) console.log(JSON.stringify(figure));
