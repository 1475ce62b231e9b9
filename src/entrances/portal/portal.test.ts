import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import type { FastifyInstance, InjectOptions } from "fastify";
import { exampleForm } from "../../../test/story/example-forms.ts";
import { openTestDesk, operations, type TestDesk } from "../../../test/support/desk.ts";
import { buildPortal } from "../../../test/support/portal.ts";
import { supportedService } from "../../../test/support/supported-service.ts";
import { openTestWeb } from "../../../test/support/web.ts";
import { readForm } from "../../desk/agreements/rules/form-document.ts";
import { type MailDoor, openMailDoor } from "../mail/mail-door.ts";
import { portal } from "./portal.ts";

let desk: TestDesk;
let app: FastifyInstance;
let bundle: string;
let mail: MailDoor;

before(async () => {
	desk = await openTestDesk({ settings: { DEMO: "on", SMTP_PORT: "0" } });
	mail = await openMailDoor({ ...desk, onFault: () => {} });
	bundle = await buildPortal();
	app = await openTestWeb(desk, { doors: [portal({ ...desk, operations, smtpPort: () => mail.smtpPort, bundle })] });
});
after(async () => {
	await app.close();
	await mail.close();
	await desk.close();
	fs.rmSync(path.dirname(bundle), { recursive: true });
});

const read = (url: string, headers: InjectOptions["headers"] = {}) => app.inject({ url, headers });
let visitor = 0;
/** Each from an address of its own, unless the test is about one who does not stop. */
const post = (url: string, fields: Record<string, string>, remoteAddress = `192.0.2.${(visitor += 1)}`) =>
	app.inject({
		method: "POST",
		url,
		remoteAddress,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		payload: new URLSearchParams(fields).toString(),
	});

type File = { name: string; bytes: Buffer };
const boundary = "----meja";
/** The form as a browser sends it with files. */
function postWithFiles(url: string, fields: Record<string, string>, files: readonly File[]) {
	const part = (head: string, body: Buffer) =>
		Buffer.concat([
			Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
			body,
			Buffer.from("\r\n"),
		]);
	const payload = Buffer.concat([
		...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
		...files.map(({ name, bytes }) =>
			part(`name="attachments"; filename="${name}"\r\nContent-Type: text/plain`, bytes),
		),
		Buffer.from(`--${boundary}--\r\n`),
	]);
	return app.inject({
		method: "POST",
		url,
		headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
		payload,
	});
}

let number = 0;
const form = (more: Record<string, string> = {}) => ({
	key: `key-${(number += 1)}`,
	service: "",
	subject: `Zadeva ${number}`,
	body: "Ne morem se prijaviti.",
	"reporter.email": `uporabnik${number}@example.si`,
	...more,
});
const ticketsOf = (subject: string) =>
	desk.database.read((tx) =>
		tx.selectFrom("ticket").select(["id", "language"]).where("subject", "=", subject).execute(),
	);
const refusedFields = (html: string) =>
	[...html.matchAll(/aria-invalid="true"|<li><a href="#([\w.]+)">/g)].flatMap(([, field]) => field ?? []);

describe("pages that tell", () => {
	for (const url of ["/", "/vprasanje", "/dostopnost", "/posta", "/prejeto"]) {
		test(`${url} is a whole page in both languages, without a script and with a policy that allows none`, async () => {
			for (const language of ["sl", "en"]) {
				const page = await read(url, { "accept-language": language });
				assert.equal(page.statusCode, 200);
				assert.match(page.body, new RegExp(`^<!doctype html><html lang="${language}">.*<h1>.*</html>$`, "s"));
				assert.doesNotMatch(page.body, /<script|\sstyle="|\son\w+="/);
				assert.match(String(page.headers["content-security-policy"]), /^default-src 'none';/);
			}
		});
	}
	test("the language of the link is remembered, and comes before the browser's", async () => {
		const page = await read("/?lang=en", { "accept-language": "sl" });
		assert.match(page.body, /<html lang="en">/);
		assert.match(String(page.headers["set-cookie"]), /^lang=en; .*HttpOnly/);
		assert.match((await read("/", { cookie: "a=b; lang=en", "accept-language": "sl" })).body, /<html lang="en">/);
	});
	test("a service that is not supported and an address that is none are the same page", async () => {
		const [service, address] = await Promise.all([read("/storitve/neznana"), read("/neznano/karkoli")]);
		assert.deepEqual([service.statusCode, address.statusCode], [404, 404]);
		assert.equal(service.body.replace(/href="[^"]*lang=en"/, ""), address.body.replace(/href="[^"]*lang=en"/, ""));
	});
	test("what the interface does not have, it says in its own words", async () => {
		assert.match(String((await read("/api/v1/nothing")).headers["content-type"]), /^application\/problem\+json/);
	});
	test("the style sheet and the typeface are ours and may be kept for a year", async () => {
		const [sheet] = /\/portal\/[\w-]+\.css/.exec((await read("/")).body) ?? [];
		for (const url of [sheet ?? "", "/portal/plex-latin.woff2", "/portal/plex-latin-ext.woff2"]) {
			const answer = await read(url);
			assert.equal(answer.statusCode, 200);
			assert.match(String(answer.headers["cache-control"]), /immutable/);
		}
	});
});

describe("a supported service", () => {
	let serviceId: string;
	before(async () => {
		({ serviceId } = await supportedService(desk, "eokence"));
	});
	test("stands on the home page and has a page in the words of its agreement, with the contacts of the catalogue", async () => {
		assert.match((await read("/")).body, /href="\/storitve\/EOKENCE"/);
		const page = await read("/storitve/EOKENCE");
		assert.equal(page.statusCode, 200);
		const [point] = readForm(exampleForm("eokence")).draft.partI?.service?.accessPoints ?? [];
		assert.match(page.body, new RegExp(`href="${point?.url}"`));
		assert.match(page.body, /href="tel:0802002"/);
	});
	const searches: [typed: string, topics: readonly string[] | null][] = [
		["odpoved terminov", ["naročanje na termin, sprememba in odpoved termina"]],
		["poobl", ["pooblastilo drugi osebi, da pride k okencu"]],
		["EOKENCE", []],
		["brskalniki", ["težave z brskalnikom in potrditveno kodo"]],
		["termin potni list", null],
		["<script>", null],
	];
	for (const [typed, topics] of searches) {
		test(`is looked for by "${typed}"`, async () => {
			const { body } = await read(`/?iskanje=${encodeURIComponent(typed)}`);
			const found = /<section aria-label="Zadetki">.*?<\/section>/s.exec(body)?.[0] ?? "";
			assert.equal(found.includes('href="/storitve/EOKENCE"'), topics !== null);
			assert.equal(found.includes("Nobena podprta storitev"), topics === null);
			const named = [...found.matchAll(/<li>([^<]+)<\/li>/g)].map(([, topic]) => topic);
			assert.deepEqual(named, topics ?? []);
			assert.ok(!body.includes("<script>"));
		});
	}
	for (const nothing of ["/?iskanje=", "/?iskanje=%20%20", "/?iskanje=a&iskanje=b"]) {
		test(`is not looked for by ${nothing}`, async () => {
			const page = await read(nothing);
			assert.equal(page.statusCode, 200);
			assert.doesNotMatch(page.body, /aria-label="Zadetki"/);
		});
	}
	test("is chosen in the form by its link, and the ticket is about it", async () => {
		assert.match((await read("/vprasanje?storitev=EOKENCE")).body, /checked="" value="EOKENCE"/);
		const fields = form({ service: "EOKENCE" });
		await post("/vprasanje", fields);
		const tickets = await desk.database.read((tx) =>
			tx.selectFrom("ticket").select("service_id").where("subject", "=", fields.subject).execute(),
		);
		assert.deepEqual(tickets, [{ service_id: serviceId }]);
	});
});

describe("the form", () => {
	test("becomes one ticket with a number and a link, however often it is sent", async () => {
		const fields = form();
		const first = await post("/vprasanje", fields);
		const second = await post("/vprasanje", fields);
		assert.deepEqual([first.statusCode, second.statusCode], [303, 303]);
		assert.equal(second.headers.location, first.headers.location);
		assert.equal((await ticketsOf(fields.subject)).length, 1);
		const received = await read(String(first.headers.location));
		assert.match(received.body, /href="\/sledenje\/[\w-]{22,}"/);
	});
	test("may be gone back to: the browser keeps the page with its key, and no page that shows what was entered", async () => {
		assert.equal((await read("/vprasanje")).headers["cache-control"], "private, no-cache");
		const refused = await post("/vprasanje", form({ "reporter.email": "ana@" }));
		assert.equal(refused.headers["cache-control"], "no-store");
	});
	for (const [what, key] of [
		["without end", "k".repeat(20_000)],
		["with a NUL", "k\u0000"],
		["that is empty", ""],
	] as const) {
		test(`with a key ${what} is a ticket like any other`, async () => {
			const fields = form({ key });
			assert.equal((await post("/vprasanje", fields)).statusCode, 303);
			assert.equal((await ticketsOf(fields.subject)).length, 1);
		});
	}
	test("changed after it was sent is another ticket", async () => {
		const fields = form();
		await post("/vprasanje", fields);
		const changed = await post("/vprasanje", { ...fields, body: "Nekaj drugega." });
		assert.equal(changed.statusCode, 303);
		assert.equal((await ticketsOf(fields.subject)).length, 2);
	});
	test("is answered in the language it was asked in", async () => {
		const fields = form({ language: "en" });
		await post("/vprasanje", fields);
		assert.deepEqual(
			(await ticketsOf(fields.subject)).map(({ language }) => language),
			["en"],
		);
	});

	const refusals: [what: string, change: Record<string, string>, fields: string[]][] = [
		["nothing filled in", { subject: " ", body: "", "reporter.email": "" }, ["subject", "body", "reporter.email"]],
		["an address that is none", { "reporter.email": "ana@" }, ["reporter.email"]],
		["neither address nor number", { "reporter.email": "" }, ["reporter.email"]],
		["a bell in the subject", { subject: "a\u0007b" }, ["subject"]],
		["a subject without end", { subject: "a".repeat(301) }, ["subject"]],
		["a service that is not supported", { service: "neznana" }, ["serviceId"]],
	];
	for (const [what, change, fields] of refusals) {
		test(`with ${what} comes back with its values and what is wrong`, async () => {
			const sent = form(change);
			const page = await post("/vprasanje", { ...sent, "reporter.name": "Žiga Čufar" });
			assert.equal(page.statusCode, 422);
			assert.deepEqual(refusedFields(page.body).toSorted(), fields.toSorted());
			assert.match(page.body, /value="Žiga Čufar"/);
			assert.match(page.body, new RegExp(`value="${sent.key}"`));
			assert.deepEqual(await ticketsOf(sent.subject), []);
		});
	}

	test("a phone number is enough", async () => {
		assert.equal(
			(await post("/vprasanje", form({ "reporter.email": "", "reporter.phone": "040 000 000" }))).statusCode,
			303,
		);
	});
	test("filled in by a machine is received like any other and is no ticket", async () => {
		const fields = form({ website: "https://zlo.example" });
		assert.equal((await post("/vprasanje", fields)).headers.location, "/prejeto");
		assert.deepEqual(await ticketsOf(fields.subject), []);
	});
	test("with files keeps them with the ticket, under harmless names", async () => {
		const fields = form();
		const files = [{ name: "..\\..\\slika\u0007 1.txt", bytes: Buffer.from("pozdrav") }];
		assert.equal((await postWithFiles("/vprasanje", fields, files)).statusCode, 303);
		const kept = await desk.database.read((tx) => tx.selectFrom("ticket_attachment").select("name").execute());
		assert.deepEqual(
			kept.map(({ name }) => name),
			["slika  1.txt"],
		);
	});
	for (const many of [6, 12])
		test(`with ${many} files is refused and keeps none`, async () => {
			const count = () => desk.database.read((tx) => tx.selectFrom("file").select("sha256").execute());
			const before = await count();
			const files = Array.from({ length: many }, (_, index) => ({
				name: `${index}.txt`,
				bytes: Buffer.from(`${index}`),
			}));
			const page = await postWithFiles("/vprasanje", form(), files);
			assert.equal(page.statusCode, 422);
			assert.deepEqual(refusedFields(page.body), ["attachments"]);
			assert.equal((await count()).length, before.length);
		});
	test("sent again and again from one address is told to wait, with everything that was entered", async () => {
		const fields = form();
		const answers = [];
		for (let sent = 0; sent < 21; sent += 1) answers.push(await post("/vprasanje", fields, "198.51.100.1"));
		assert.equal(answers[19]?.statusCode, 303);
		assert.equal(answers[20]?.statusCode, 429);
		assert.match(answers[20]?.body ?? "", new RegExp(`value="${fields.subject}"`));
	});
	test("sent by another site is refused", async () => {
		const answer = await app.inject({
			method: "POST",
			url: "/vprasanje",
			headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" },
			payload: new URLSearchParams(form()).toString(),
		});
		assert.equal(answer.statusCode, 403);
	});
});

describe("the tracking page", () => {
	const open = async () => {
		const fields = form();
		const received = await post("/vprasanje", fields);
		return { url: String(received.headers.location).replace("/prejeto/", "/sledenje/"), fields };
	};
	const factsCount = () =>
		desk.database.read(async (tx) => (await tx.selectFrom("fact").select("name").execute()).length);

	test("shows the conversation, and opening it changes nothing", async () => {
		const { url, fields } = await open();
		const before = await factsCount();
		const [page] = await Promise.all([read(url), read(url)]);
		assert.match(page.body, new RegExp(fields.body));
		assert.equal(page.headers["x-robots-tag"], "noindex");
		assert.equal(await factsCount(), before);
	});
	test("takes a reply once, and leads back", async () => {
		const { url } = await open();
		const reply = { key: "reply-1", body: "Še vedno ne gre." };
		const answers = [await post(url, reply), await post(url, reply)];
		assert.deepEqual(
			answers.map(({ headers }) => headers.location),
			[`${url}?poslano=1`, `${url}?poslano=1`],
		);
		assert.equal((await read(url)).body.split(reply.body).length, 2);
	});
	test("refuses an empty reply at its field", async () => {
		const { url } = await open();
		const page = await post(url, { key: "reply-2", body: "  " });
		assert.equal(page.statusCode, 422);
		assert.deepEqual(refusedFields(page.body), ["body"]);
	});
	test("takes a reply with a key of whatever kind", async () => {
		const { url } = await open();
		assert.equal((await post(url, { key: "k".repeat(20_000), body: "Še to." })).headers.location, `${url}?poslano=1`);
	});
	for (const token of ["x", "A".repeat(22), "A".repeat(43), "../../etc/passwd"]) {
		test(`is not there for ${token}`, async () => {
			assert.equal((await read(`/sledenje/${encodeURIComponent(token)}`)).statusCode, 404);
		});
	}
	test("ends a month after the days to reopen, and then looks like one that never was", async () => {
		const { url, fields } = await open();
		const [ticket] = await ticketsOf(fields.subject);
		const until = desk.clock.now();
		const closedFor = (hours: number) =>
			desk.database.write((tx) =>
				tx
					.updateTable("ticket")
					.set({ closed_at: until, reopenable_until: until.subtract({ hours }), state: "closed" })
					.where("id", "=", ticket!.id)
					.execute(),
			);
		await closedFor(30 * 24);
		assert.equal((await read(url)).statusCode, 200);
		await closedFor(31 * 24);
		const never = url.replace(/[\w-]{43}$/, "A".repeat(43));
		const pages = [url, never, url.replace("/sledenje/", "/prejeto/")].map((one) => read(one));
		const answers = [...(await Promise.all(pages)), await post(url, { key: "konec", body: "Še kaj?" })];
		const same = answers.map(({ statusCode, body }) => [statusCode, body.replace(/href="[^"]*lang=en"/, "")]);
		assert.deepEqual(same, Array(4).fill(same[0]));
		assert.equal(answers[0]?.statusCode, 404);
		assert.match(answers[0]?.body ?? "", /href="\/vprasanje"/);
		const api = await Promise.all([url, never].map((one) => read(`/api/v1/track/${one.split("/").at(-1)}`)));
		assert.deepEqual(
			api.map(({ statusCode }) => statusCode),
			[404, 404],
		);
	});
});

describe("the sink of a demo", () => {
	test("shows each mail with its links alive, and answers it over the mail door as its recipient", async () => {
		const fields = form();
		const received = String((await post("/vprasanje", fields)).headers.location);
		while (await mail.send());
		const list = (await read("/posta")).body;
		const [, url = ""] =
			new RegExp(`href="(/posta/[0-9a-f-]{36})">[^<]*</a><span[^>]*>[^<]*${fields["reporter.email"]}`).exec(list) ?? [];
		const tracking = received.replace("/prejeto/", "/sledenje/");
		assert.match((await read(url)).body, new RegExp(`<a href="${tracking}">`));
		const reply = await post(url, { body: "Odgovor iz predala." });
		assert.equal(reply.headers.location, `${url}?poslano=1`);
		while (await mail.takeIn());
		assert.match((await read(tracking)).body, /Odgovor iz predala\./);
	});
	test("takes no empty reply", async () => {
		const [url = ""] = /\/posta\/[0-9a-f-]{36}/.exec((await read("/posta")).body) ?? [];
		assert.equal((await post(url, { body: " " })).statusCode, 422);
	});
	test("is not there where mail goes out into the world", async () => {
		const other = await openTestDesk({ settings: { OUTGOING_SMTP_URL: "smtp://localhost:25" } });
		const web = await openTestWeb(other, { doors: [portal({ ...other, operations, smtpPort: () => 0, bundle })] });
		assert.equal((await web.inject({ url: "/posta" })).statusCode, 404);
		await web.close();
		await other.close();
	});
});
