import net from "node:net";
import { bareCreate, bareList, callsOf } from "./calls.ts";
import { type Child, type Ready, startChild } from "./child.ts";
import { interleaved, type Measured, runSlice, summed } from "./load.ts";
import { type DatabaseKind, hasServer, type Place, scratchPlace } from "./scratch.ts";
import { pause, sendMails } from "./smtp-load.ts";
import { warmStart } from "./start.ts";

const names = ["create", "createWithReceipt", "list", "read", "mail", "start", "memory"] as const;
type Name = (typeof names)[number];

/** `npm run bench -- [name …] [--database=postgresql|embedded] [--tickets=10000,100000] [--seconds=60]` */
const words = process.argv.slice(2);
const option = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.split("=")[1];
const wanted = words.filter((word) => !word.startsWith("--"));
const unknown = wanted.filter((word) => !names.some((name) => name === word));
if (unknown.length > 0) {
	console.error(`There is no figure "${unknown.join('", "')}". There are: ${names.join(", ")}.`);
	process.exit(2);
}
const isWanted = (name: Name): boolean => wanted.length === 0 || wanted.includes(name);
const sizes = (option("tickets") ?? "10000,100000").split(",").map(Number);
const mailSeconds = Number(option("seconds") ?? 60);
const clients = 8;
const rounds = 5;
const sliceSeconds = 1;
const MB = 1024 * 1024;

const rounded = (value: number) => Math.round(value * 100) / 100;
const tell = (text: string) => console.error(text);

type Figure = { name: string; value: number; unit: string; ratio?: number | null; statements?: number | null } & Record<
	string,
	unknown
>;

/** One JSON line; `ratio` is to the bare limit measured in the same minutes, null where there is none. */
const print = (
	where: { database: DatabaseKind; tickets: number },
	{ ratio = null, statements = null, ...figure }: Figure,
) =>
	console.log(
		JSON.stringify({
			...figure,
			value: rounded(figure.value),
			ratio: ratio === null ? null : rounded(ratio),
			statements,
			...where,
		}),
	);

async function measure(database: DatabaseKind, tickets: number): Promise<void> {
	const where = { database, tickets };
	tell(`${database}, ${tickets} tickets: filling …`);
	const places = [await scratchPlace(database), await scratchPlace(database)] as const;
	const children: Child[] = [];
	try {
		const [product, bare] = places.map((place, at) => {
			const environment = { BENCH_URL: place.url ?? "", BENCH_FOLDER: place.folder, BENCH_TICKETS: String(tickets) };
			const child = startChild(at === 0 ? "product.ts" : "bare.ts", environment);
			children.push(child);
			return child;
		}) as [Child, Child];
		const ready = await product.ask<Ready>("start");
		const bareReady = await bare.ask<Ready>("start");
		const statements = await product.ask<Record<string, number>>("statements");
		const calls = callsOf(ready);
		const against = (name: keyof typeof calls, bareCall: typeof bareCreate | typeof bareList) => {
			tell(`${database}, ${tickets} tickets: ${name} …`);
			const bareTarget = { ...bareReady, next: bareCall };
			return interleaved([{ ...ready, next: calls[name] }, bareTarget], clients, rounds, sliceSeconds);
		};
		const printCalls = (name: keyof typeof calls, ours: Measured, bareOnes: Measured | null) => {
			const ratio = bareOnes && ours.perSecond / bareOnes.perSecond;
			print(where, {
				name,
				value: ours.perSecond,
				unit: "calls/s",
				ratio,
				statements: statements[name] ?? null,
				bare: bareOnes && rounded(bareOnes.perSecond),
			});
			const p99 = bareOnes && ours.p99Ms / bareOnes.p99Ms;
			print(where, {
				name: `${name} p99`,
				value: ours.p99Ms,
				unit: "ms",
				ratio: p99,
				statements: statements[name] ?? null,
				bare: bareOnes && rounded(bareOnes.p99Ms),
			});
		};
		if (isWanted("list")) printCalls("list", ...(await against("list", bareList)));
		if (isWanted("read")) {
			await runSlice({ ...ready, next: calls.read }, clients, sliceSeconds, 0);
			const slice = await runSlice({ ...ready, next: calls.read }, clients, sliceSeconds * rounds, 0);
			printCalls("read", summed([slice]), null);
		}
		for (const name of ["create", "createWithReceipt"] as const)
			if (isWanted(name)) printCalls(name, ...(await against(name, bareCreate)));
		if (isWanted("mail")) await measureMail(product, ready, where);
		if (isWanted("memory"))
			print(where, { name: "memory", value: (await product.ask<number>("memory")) / MB, unit: "MB" });
		await product.close();
		if (isWanted("start")) await measureStart(places[0], where);
	} finally {
		await Promise.all(children.map((child) => child.close()));
		await Promise.all(places.map((place) => place.remove()));
	}
}

/** From SMTP to the committed ticket: over when nothing waits any more. */
async function measureMail(product: Child, { smtpPort }: Ready, where: Parameters<typeof print>[0]): Promise<void> {
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

async function measureStart(place: Place, where: Parameters<typeof print>[0]): Promise<void> {
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
for (const kind of kinds) for (const size of sizes) await measure(kind, size);
