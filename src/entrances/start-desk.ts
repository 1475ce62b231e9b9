import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";
import { type Clock, systemClock } from "../platform/clock.ts";
import type { Settings } from "../platform/config/settings.ts";
import { type Database, openDatabase } from "../platform/db/database.ts";
import { migrate } from "../platform/db/migrate.ts";
import { databaseFileStore } from "../platform/files/file-store.ts";
import { type Log, openLog } from "../platform/log.ts";
import { openSignIn } from "../platform/sign-in/sign-in.ts";
import { httpApp } from "./http/app.ts";
import { openLive } from "./http/live.ts";
import { openWho } from "./http/who.ts";
import { operations, reactions } from "./operations.ts";
import { type Desk, type Perform, performer } from "./perform.ts";
import { portal } from "./portal/portal.ts";
import { deskSecret } from "./secrets-of-desk.ts";
import { startWorker } from "./worker/worker.ts";

export type RunningDesk = {
	readonly desk: Desk;
	readonly perform: Perform;
	readonly app: FastifyInstance;
	readonly database: Database;
	/** Ports that were taken; they differ from the settings where those say 0. */
	readonly ports: { readonly http: number; readonly smtp: number };
	close(): Promise<void>;
};

export type StartOptions = {
	readonly clock?: Clock;
	readonly database?: Database;
	readonly onProgress?: (line: string) => void;
	/** Run before the doors open: the demo loads its story here. */
	readonly prepare?: (desk: Desk, perform: Perform) => Promise<void>;
	readonly onLost?: (reason: string) => void;
};

/** Opens everything in order (database, migrations, story, doors, worker) and closes it in the reverse order. */
export async function startDesk(settings: Settings, options: StartOptions = {}): Promise<RunningDesk> {
	const progress = options.onProgress ?? (() => {});
	const log = openLog(settings.logLevel);
	const database = options.database ?? (await openDatabase(placeOf(settings)));
	database.embedded?.onLost((reason) => options.onLost?.(reason));
	try {
		await migrate(database.pool, undefined, (name) => progress(`Migrating the database: ${name}`));
		const secret = await deskSecret(database, settings.secret);
		return await openDoors({ ...settings, secret }, database, log, options);
	} catch (error) {
		await database.close();
		throw error;
	}
}

const placeOf = (settings: Settings) =>
	settings.databaseUrl ? { url: settings.databaseUrl, poolSize: settings.databasePool } : { folder: settings.dataDir };

async function openDoors(
	settings: Settings & { secret: string },
	database: Database,
	log: Log,
	options: StartOptions,
): Promise<RunningDesk> {
	const signIn = openSignIn(database, { secret: settings.secret, baseUrl: settings.baseUrl });
	const metrics = new Registry();
	collectDefaultMetrics({ register: metrics });
	const listeners: ((facts: Parameters<Desk["committed"]>[0]) => void)[] = [];
	const desk: Desk = {
		database,
		clock: options.clock ?? systemClock,
		settings,
		store: databaseFileStore,
		reactions,
		committed: (facts) => {
			for (const listener of listeners) listener(facts);
		},
	};
	const perform = performer(desk);
	await options.prepare?.(desk, perform);
	const who = openWho(desk, signIn);
	const live = openLive(who);
	let smtpPort = 0;
	const app = await httpApp({
		desk,
		perform,
		signIn,
		who,
		operations,
		log,
		health: { metrics, check: () => readiness(database) },
		more: [live.routes, portal({ desk, perform, operations, smtpPort: () => smtpPort })],
	});
	const worker = await startWorker({ desk, perform, log, metrics, onNumbered: live.tell });
	smtpPort = worker.smtpPort;
	listeners.push(worker.committed, who.committed);
	await app.listen({ host: settings.host, port: settings.port });
	const address = app.server.address();
	return {
		desk,
		perform,
		app,
		database,
		ports: { http: typeof address === "object" && address ? address.port : settings.port, smtp: worker.smtpPort },
		async close() {
			live.close();
			await app.close();
			await worker.stop();
			await database.close();
		},
	};
}

/** What durability holds, for `/readyz`; throws when the database does not answer. */
async function readiness(database: Database): Promise<Record<string, string>> {
	const { rows } = await database.pool.query<{ fsync: string; commit: string; standby: string }>(
		"select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('synchronous_standby_names') as standby",
	);
	const [row] = rows;
	return {
		database: database.kind,
		fsync: row?.fsync ?? "",
		synchronousCommit: row?.commit ?? "",
		synchronousStandby: row?.standby ?? "",
	};
}
