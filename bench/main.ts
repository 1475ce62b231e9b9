import net from "node:net";
import { bareCreate, bareList, callsOf } from "./calls.ts";
import { type Child, type Ready, startChild } from "./child.ts";
import { interleaved, type Measured, type Target } from "./load.ts";
import { type DatabaseKind, hasServer, type Place, scratchPlace } from "./scratch.ts";
import { pause, sendMails } from "./smtp-load.ts";
import { warmStart } from "./start.ts";

/** Figures with a course of their own. */
const apart: Readonly<Record<string, () => Promise<unknown>>> = {
	"working-time": () => import("./working-time.ts"),
	sweeper: () => import("./sweeper.ts"),
};
const course = apart[process.argv[2] ?? ""];
if (course) {
	await course();
	process.exit();
}

const names = ["create", "createWithReceipt", "list", "read", "mail", "start", "memory"] as const;
type Name = (typeof names)[number];

/** `npm run bench -- [name …] [--database=postgresql|embedded] [--tickets=10000,100000] [--seconds=60]` */
const words = process.argv.slice(2);
const option = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.split("=")[1];
const wanted = words.filter((word) => !word.startsWith("--"));
const unknown = wanted.filter((word) => !names.some((name) => name === word));
if (unknown.length > 0) {
	console.error(
		`There is no figure "${unknown.join('", "')}". There are: ${[...names, ...Object.keys(apart)].join(", ")}.`,
	);
	process.exit(2);
}
const isWanted = (name: Name): boolean => wanted.length === 0 || wanted.includes(name);
const sizes = (option("tickets") ?? "10000,100000").split(",").map(Number);
const mailSeconds = Number(option("seconds") ?? 60);
const clients = 8;
const rounds = 8;
const sliceSeconds = 1;
const MB = 1024 * 1024;

const rounded = (value: number) => Math.round(value * 100) / 100;
const tell = (text: string) => console.error(text);

type Figure = { name: string; value: number; unit: string; ratio?: number | null; statements?: number | null } & Record<
	string,
	unknown
>;

/** One JSON line; `ratio` is to the bare limit measured in the same minutes, null where there is none. */
const print = (where: Where, { ratio = null, statements = null, ...figure }: Figure): void =>
	console.log(
		JSON.stringify({
			...figure,
			value: rounded(figure.value),
			ratio: ratio === null ? null : rounded(ratio),
			statements,
			...where,
		}),
	);

type Where = { readonly database: DatabaseKind; readonly tickets: number };
type Servers = { readonly product: Child; readonly ready: Ready; readonly bare: Child; readonly bareReady: Ready };

async function measure(where: Where): Promise<void> {
	tell(`${where.database}, ${where.tickets} tickets: filling …`);
	const places = [await scratchPlace(where.database), await scratchPlace(where.database)] as const;
	const [product, bare] = places.map((place, at) =>
		startChild(at === 0 ? "product.ts" : "bare.ts", {
			BENCH_URL: place.url ?? "",
			BENCH_FOLDER: place.folder,
			BENCH_TICKETS: String(where.tickets),
		}),
	) as [Child, Child];
	try {
		const [ready, bareReady] = [await product.ask<Ready>("start"), await bare.ask<Ready>("start")];
		await measureCalls({ product, ready, bare, bareReady }, where);
		if (isWanted("mail")) await measureMail(product, ready, where);
		const bytes = await product.ask<number>("memory");
		if (isWanted("memory")) print(where, { name: "memory", value: bytes / MB, unit: "MB" });
		await product.close();
		if (isWanted("start")) await measureStart(places[0], where);
	} finally {
		await Promise.all([product.close(), bare.close()]);
		await Promise.all(places.map((place) => place.remove()));
	}
}

async function measureCalls({ product, ready, bare, bareReady }: Servers, where: Where): Promise<void> {
	const calls = callsOf(ready);
	const of = (child: Child, at: Ready, next: Target["next"]): Target => ({
		...at,
		next,
		cpuMs: () => child.ask("cpu"),
	});
	const rows = [
		["list", bareList],
		["read", null],
		["create", bareCreate],
		["createWithReceipt", bareCreate],
	] as const;
	const measured: [name: (typeof rows)[number][0], ours: Measured, limit: Measured | undefined][] = [];
	for (const [name, bareCall] of rows) {
		if (!isWanted(name)) continue;
		tell(`${where.database}, ${where.tickets} tickets: ${name} …`);
		const targets = [of(product, ready, calls[name]), ...(bareCall ? [of(bare, bareReady, bareCall)] : [])];
		const [ours, limit] = await interleaved(targets, clients, rounds, sliceSeconds);
		measured.push([name, ours!, limit]);
	}
	// Counted after all is measured: the calls go by another way into the desk, which its compiler would have to serve too.
	const statements = await product.ask<Record<string, number>>("statements");
	for (const [name, ours, limit] of measured) {
		for (const [suffix, key, unit] of [
			["", "perSecond", "calls/s"],
			[" p99", "p99Ms", "ms"],
			[" processor", "cpuMsPerCall", "ms"],
		] as const) {
			const value = ours[key];
			const ratio = limit ? value / limit[key] : null;
			print(where, { name: `${name}${suffix}`, value, unit, ratio, statements: statements[name] ?? null });
		}
	}
}

/** From SMTP to the committed ticket: over when nothing waits any more. */
async function measureMail(product: Child, { smtpPort }: Ready, where: Where): Promise<void> {
	tell(`${where.database}, ${where.tickets} tickets: mail …`);
	const state = () => product.ask<{ waiting: number; tickets: number }>("backlog");
	const before = await state();
	const began = performance.now();
	const load = { port: smtpPort, to: "ekc@desk.example", connections: clients, seconds: mailSeconds, backlogMost: 300 };
	const sent = await sendMails(load, async () => (await state()).waiting);
	let after = await state();
	while (after.waiting > 0 && performance.now() - began < mailSeconds * 2000) {
		await pause(50);
		after = await state();
	}
	const seconds = (performance.now() - began) / 1000;
	const tickets = after.tickets - before.tickets;
	print(where, {
		name: "mail",
		value: tickets / seconds,
		unit: "tickets/s",
		sent,
		made: tickets,
		backlog: after.waiting,
		seconds: rounded(seconds),
	});
}

const freePort = (): Promise<number> =>
	new Promise((resolve) => {
		const probe = net.createServer().listen(0, "127.0.0.1", () => {
			const { port } = probe.address() as net.AddressInfo;
			probe.close(() => resolve(port));
		});
	});

async function measureStart(place: Place, where: Where): Promise<void> {
	const times: number[] = [];
	for (let n = 0; n < 3; n += 1) times.push(await warmStart(place, await freePort()));
	print(where, { name: "start", value: times.toSorted((a, b) => a - b)[1]!, unit: "ms" });
}

const kinds: DatabaseKind[] = [];
const onlyKind = option("database");
if (onlyKind !== "embedded") {
	if (await hasServer()) kinds.push("postgresql");
	else tell("No PostgreSQL answers at BENCH_DATABASE_URL: the embedded database is measured alone.");
}
if (onlyKind !== "postgresql") kinds.push("embedded");
for (const database of kinds) for (const tickets of sizes) await measure({ database, tickets });
if (wanted.length === 0) await import("./sweeper.ts");
