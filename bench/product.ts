import { Registry } from "prom-client";
import { httpApp } from "../src/entrances/http/app.ts";
import { openWho } from "../src/entrances/http/who.ts";
import { operations } from "../src/entrances/operations.ts";
import { performer } from "../src/entrances/perform.ts";
import { startDesk } from "../src/entrances/start-desk.ts";
import { readSettings, type Settings } from "../src/platform/config/settings.ts";
import { openLog } from "../src/platform/log.ts";
import { openSignIn } from "../src/platform/sign-in/sign-in.ts";
import { answerParent, cpuMs, type Ready } from "./child.ts";
import { type Filled, fill, type Pattern } from "./fill.ts";
import { callsOf } from "./calls.ts";

/** The desk as it is started, doors and worker and all, on a filled database. */
const {
	BENCH_URL: url,
	BENCH_FOLDER: folder = "",
	/** 0 = another node, on a database that is filled. */
	BENCH_TICKETS: tickets = "10000",
	BENCH_PATTERN: pattern = "all",
} = process.env;
const settings = readSettings({
	PORT: "0",
	SMTP_PORT: "0",
	DEMO: "off",
	LOG_LEVEL: "error",
	DATA_DIR: folder,
	DATABASE_URL: url,
}) as Settings;

let filled: Filled = { token: "", serviceId: "", ticketIds: [] };
const running = await startDesk(settings, {
	async prepare(desk, perform) {
		if (Number(tickets) > 0) filled = await fill(desk, perform, Number(tickets), pattern as Pattern);
	},
});

/** Statements of one call of each kind: the least of several, because the worker's own count too. */
async function statements(): Promise<Record<string, number>> {
	const { database, desk } = running;
	const quiet = { ...desk, committed: () => {} };
	const secret = settings.secret ?? "a secret of the bench, 32 characters";
	const signIn = openSignIn(database, { secret, baseUrl: settings.baseUrl });
	const app = await httpApp({
		desk: quiet,
		perform: performer(quiet),
		operations,
		signIn,
		who: openWho(quiet, signIn),
		log: openLog("silent"),
		health: { metrics: new Registry(), check: async () => ({}) },
		more: [],
	});
	const least: Record<string, number> = {};
	for (const [name, next] of Object.entries(callsOf(filled))) {
		for (let n = 0; n < 12; n += 1) {
			const before = database.statements();
			const { method, path, body } = next(-n);
			const answer = await app.inject({
				method,
				url: path,
				headers: { authorization: `Bearer ${filled.token}`, "content-type": "application/json" },
				...(body === undefined ? {} : { payload: body }),
			});
			if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.statusCode} ${answer.body}`);
			least[name] = Math.min(least[name] ?? Infinity, database.statements() - before);
		}
	}
	await app.close();
	return least;
}

async function backlog(): Promise<{ waiting: number; tickets: number }> {
	const { rows } = await running.database.pool.query<{ waiting: string; tickets: string }>(
		"select (select count(*) from inbox where state = 'WAITING') as waiting, (select count(*) from ticket) as tickets",
	);
	return { waiting: Number(rows[0]?.waiting), tickets: Number(rows[0]?.tickets) };
}

answerParent({
	start: async (): Promise<Ready> => ({ port: running.ports.http, smtpPort: running.ports.smtp, ...filled }),
	statements,
	backlog,
	memory: async () => process.memoryUsage().rss,
	cpu: cpuMs,
	close: () => running.close(),
});
