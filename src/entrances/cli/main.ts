import { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { actorOfAccount, personByHandle } from "../../desk/identity/read.ts";
import { dayOf, systemClock } from "../../platform/clock.ts";
import { readSettings, type Settings } from "../../platform/config/settings.ts";
import { openDatabase } from "../../platform/db/database.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { databaseFileStore } from "../../platform/files/file-store.ts";
import type { Operation } from "../../platform/operation.ts";
import { operations, reactions } from "../operations.ts";
import { type Desk, performer } from "../perform.ts";
import { refusalSentence } from "../refusal-text.ts";
import { deskSecret } from "../secrets-of-desk.ts";
import { type CommandLine, inputOf, readCommandLine } from "./command-line.ts";
import { longCommandOf, longCommands } from "./long-commands.ts";

/** Exit codes by kind of refusal (sysexits where one fits). */
const exitCodes = {
	invalid: 65,
	"not-found": 66,
	forbidden: 77,
	conflict: 73,
	"too-soon": 75,
	unavailable: 69,
} as const;

const cliOperations = operations.filter((operation) => operation.contract.doors.cli === true);

/** Performs one operation on the desk's database, as the machine's administrator or (`--as handle`) as a person. */
export async function runCli(
	args: readonly string[],
	environment: NodeJS.ProcessEnv,
	out: (text: string) => void,
	complain: (text: string) => void,
): Promise<number> {
	const line = readCommandLine(args);
	if (line.name === "" || line.name === "help") {
		out(list());
		return 0;
	}
	const settings = readSettings(environment);
	if (Array.isArray(settings)) {
		for (const { name, problem } of settings) complain(`${name}: ${problem}`);
		return 78;
	}
	const long = longCommandOf(args);
	const found = cliOperations.find((operation) => operation.contract.name === line.name);
	if (!found && !long) {
		complain(`There is no operation "${line.name}".\n\n${list()}`);
		return 64;
	}
	try {
		return await onDatabase(settings as Settings, (desk) =>
			long ? long.run(desk, args.slice(long.words.length), { out, complain }) : performOne(desk, found!, line, out),
		);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		complain(
			line.json
				? JSON.stringify({ code: error.code, kind: error.kind, details: error.details, obstacles: error.obstacles })
				: explain(error),
		);
		return exitCodes[error.kind];
	}
}

const explain = (refusal: Refusal): string =>
	[
		refusalSentence("en", refusal),
		...refusal.obstacles.map((obstacle) => `  ${obstacle.at ?? ""} ${refusalSentence("en", obstacle)}`),
	].join("\n");

const list = (): string =>
	[
		"npm run -s desk -- <operation> [--json] [--as handle] [--input '{…}'] [field=value …]",
		"",
		...longCommands.map(({ words, summary }) => `  ${words.join(" ")}  ${summary}`),
		...cliOperations.map(({ contract }) => `  ${contract.name}  ${contract.summary}`),
	].join("\n");

async function onDatabase(settings: Settings, work: (desk: Desk) => Promise<number>): Promise<number> {
	const database = await openDatabase(
		settings.databaseUrl ? { url: settings.databaseUrl, poolSize: 2 } : { folder: settings.dataDir },
	);
	try {
		await migrate(database.pool);
		const secret = await deskSecret(database, settings.secret);
		return await work({
			database,
			clock: systemClock,
			settings: { ...settings, secret },
			store: databaseFileStore,
			reactions,
			committed: () => {},
		});
	} finally {
		await database.close();
	}
}

async function performOne(
	desk: Desk,
	operation: Operation,
	line: CommandLine,
	out: (text: string) => void,
): Promise<number> {
	const actor = await actorOf(desk, line.as);
	const answer = await performer(desk)(
		operation,
		actor,
		inputOf(line, z.toJSONSchema(operation.contract.input, { io: "input", unrepresentable: "any" })),
	);
	out(line.json ? JSON.stringify(answer) : JSON.stringify(answer, null, 2));
	return 0;
}

async function actorOf(desk: Desk, handle: string | null): Promise<Actor> {
	if (handle === null) return { kind: "system", name: "command-line" };
	const actor = await desk.database.read(async (tx) => {
		const person = await personByHandle(tx, handle);
		return person && actorOfAccount(tx, person.id, dayOf(desk.clock.now()));
	});
	if (!actor) throw new Refusal("not-found", "not-found", { details: { what: "person" } });
	return actor;
}

if (import.meta.main) process.exitCode = await runCli(process.argv.slice(2), process.env, console.log, console.error);
