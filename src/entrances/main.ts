import net from "node:net";
import { Refusal } from "../kernel/refusal.ts";
import { readSettings, type Settings } from "../platform/config/settings.ts";
import type { Desk } from "./perform.ts";
import { setUpToken } from "./secrets-of-desk.ts";
import { type RunningDesk, startDesk } from "./start-desk.ts";
import { isEmptyDesk, loadDemo } from "./story/demo/load-demo.ts";
import { signInLines } from "./story/demo/sign-ins.ts";

const say = (line: string) => console.error(line);

function settingsOrExit(): Settings {
	const settings = readSettings(process.env);
	if (!Array.isArray(settings)) return settings as Settings;
	say("The desk cannot start; these settings are not valid:");
	for (const { name, problem } of settings) say(`  ${name}: ${problem}`);
	process.exit(2);
}

const explain = (error: unknown): string | null => {
	if (error instanceof Refusal) {
		if (error.code === "data-folder-in-use")
			return `Another process already runs the desk on ${error.details.folder}. Stop it first, or set DATA_DIR.`;
		if (error.code === "demo-interrupted")
			return "The demo was not loaded to its end. Delete the folder of DATA_DIR (or empty the database) and start again.";
		if (error.code === "demo-on-real-desk")
			return "This desk holds data of its own, and a demo shows its mail to everybody. Set DEMO=off.";
		if (error.code === "database-newer")
			return `The database was already brought further (${error.details.migration}) than this program knows. Run the newer program.`;
		if (error.code === "migration-changed")
			return `The migration ${error.details.migration} is not the one that ran on this database.`;
	}
	const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
	if (code === "EADDRINUSE")
		return `The port is taken: ${String((error as { port?: number }).port)}. Set PORT or SMTP_PORT to another.`;
	if (code === "ECONNREFUSED") return "The PostgreSQL server of DATABASE_URL does not answer.";
	return null;
};

/** A free port, so that links in mail can name it before the server listens. */
const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const probe = net.createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const { port } = probe.address() as net.AddressInfo;
			probe.close(() => resolve(port));
		});
	});

async function withPort(settings: Settings): Promise<Settings> {
	if (settings.port !== 0) return settings;
	const port = await freePort();
	const baseUrl = settings.baseUrl.replace(/:0$/, `:${port}`);
	return { ...settings, port, baseUrl };
}

function closeOnSignals(running: RunningDesk): void {
	let isClosing = false;
	const close = async (signal: string) => {
		if (isClosing) return;
		isClosing = true;
		say(`\n${signal}: closing …`);
		await running.close();
		say("Closed.");
		process.exit(0);
	};
	process.on("SIGINT", () => void close("SIGINT"));
	process.on("SIGTERM", () => void close("SIGTERM"));
}

/** Only into an empty desk: the demo never mixes with real data. */
async function loadDemoOnce(desk: Desk): Promise<void> {
	if (await isEmptyDesk(desk)) await loadDemo(desk, { weeks: 10, seed: "dogovor", onProgress: say });
}

try {
	const settings = await withPort(settingsOrExit());
	say(
		settings.databaseUrl
			? "Opening PostgreSQL …"
			: `Opening the embedded database in ${settings.dataDir} (for trying and developing; production wants PostgreSQL) …`,
	);
	const running = await startDesk(settings, {
		onProgress: say,
		...(settings.demo ? { prepare: loadDemoOnce } : {}),
		onLost: (reason) => {
			say(`The embedded database ended by itself (${reason}). The desk stops; start it again.`);
			process.exit(70);
		},
	});
	closeOnSignals(running);
	say(`\nDogovor is ready: ${settings.baseUrl}`);
	if (settings.demo) for (const line of await signInLines(running)) say(line);
	const token = await setUpToken(running.database);
	if (token) say(`First administrator: ${settings.baseUrl}/app/set-up?token=${token}`);
} catch (error) {
	const reason = explain(error);
	if (reason === null) throw error;
	say(reason);
	process.exit(1);
}
