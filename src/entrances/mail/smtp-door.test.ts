import assert from "node:assert/strict";
import net from "node:net";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { createTransport } from "nodemailer";
import { openTestDatabase } from "../../../test/support/database.ts";
import type { Database } from "../../platform/db/database.ts";
import { databaseFileStore } from "../../platform/files/file-store.ts";
import { keepMail } from "../../platform/mail/inbox.ts";
import { openSmtpDoor, type SmtpDoor } from "./smtp-door.ts";

const identity = { secret: "a secret of the tests, 32 characters", mailbox: "ekc", domain: "desk.example" };
const now = Temporal.Instant.from("2026-03-10T08:00Z");

let database: Database;
let door: SmtpDoor;
let faults: unknown[];
let isBroken: boolean;

before(async () => {
	database = await openTestDatabase();
});
after(() => database.close());
beforeEach(async () => {
	faults = [];
	isBroken = false;
	door = await openSmtpDoor({
		port: 0,
		host: "127.0.0.1",
		identity,
		mostBytes: 100_000,
		keep: (mail) =>
			isBroken
				? Promise.reject(new Error("the disk is full"))
				: database.write((tx) => keepMail(tx, databaseFileStore, mail, now)),
		onFault: (error) => faults.push(error),
	});
});
afterEach(() => door.close());

const rows = () => database.read((tx) => tx.selectFrom("inbox").selectAll().orderBy("id").execute());

const raw = (id: string, body = "Pozdravljeni.") =>
	`From: ana@example.si\r\nTo: ekc@desk.example\r\nSubject: Pomoc\r\nMessage-ID: <${id}@example.si>\r\n\r\n${body}\r\n`;

/** Sends over real SMTP; gives the code of the answer. */
async function send(text: string, to = ["ekc@desk.example"], from = "ana@example.si"): Promise<number> {
	const transport = createTransport({ host: "127.0.0.1", port: door.port, ignoreTLS: true });
	try {
		await transport.sendMail({ envelope: { from, to }, raw: text });
		return 250;
	} catch (error) {
		return (error as { responseCode?: number }).responseCode ?? 0;
	} finally {
		transport.close();
	}
}

describe("the mail door", () => {
	test("has committed the raw bytes when it says 250", async () => {
		assert.equal(await send(raw("a")), 250);
		const [row] = await rows();
		assert.deepEqual(
			{ id: row?.message_id, from: row?.envelope_from, to: row?.envelope_to, state: row?.state },
			{ id: "<a@example.si>", from: "ana@example.si", to: ["ekc@desk.example"], state: "WAITING" },
		);
		const bytes = await database.read((tx) => databaseFileStore.get(tx, row?.file as never));
		assert.equal(bytes.toString(), raw("a"));
	});

	test("says 451 when it could not commit, so that the sender tries again", async () => {
		isBroken = true;
		assert.equal(await send(raw("b")), 451);
		assert.equal(faults.length, 1);
		isBroken = false;
		assert.equal(await send(raw("b")), 250);
	});

	test("keeps a mail that is delivered twice once, also with another trace", async () => {
		const before = (await rows()).length;
		await send(raw("c"));
		await send(`Received: from elsewhere\r\n${raw("c")}`);
		assert.equal((await rows()).length, before + 1);
	});

	test("keeps two mails that share a Message-ID", async () => {
		const before = (await rows()).length;
		await send(raw("d", "Prvo."));
		await send(raw("d", "Drugo."));
		assert.equal((await rows()).length, before + 2);
	});

	test("takes no mail for others", async () => {
		assert.equal(await send(raw("e"), ["ana@drugje.example"]), 550);
		assert.equal(await send(raw("e"), ["ekc@desk.example.drugje.example"]), 550);
	});

	test("takes mail for its plus addresses and with an empty return path", async () => {
		assert.equal(await send(raw("f"), ["ekc+zeton@desk.example"], ""), 250);
		const row = (await rows()).find(({ message_id }) => message_id === "<f@example.si>");
		assert.equal(row?.envelope_from, "");
	});

	test("refuses a mail that is too large by its size and by its bytes", async () => {
		assert.equal(await send(raw("g", "a".repeat(200_000))), 552);
		const answer = await talk(
			["EHLO x", "MAIL FROM:<ana@example.si>", "RCPT TO:<ekc@desk.example>", "DATA"],
			"a".repeat(200_000),
		);
		assert.match(answer, /552/);
	});

	test("takes mail from many at once", async () => {
		const codes = await Promise.all(Array.from({ length: 40 }, (_, index) => send(raw(`many-${index}`))));
		assert.deepEqual(new Set(codes), new Set([250]));
	});
});

/** Speaks SMTP line by line, without saying the size first; gives all that the door answered. */
function talk(lines: readonly string[], data: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = net.connect(door.port, "127.0.0.1");
		const left = [...lines];
		let answers = "";
		socket.on("data", (chunk) => {
			answers += chunk.toString();
			if (!/^\d{3} /m.test(chunk.toString())) return;
			const line = left.shift();
			if (line !== undefined) socket.write(`${line}\r\n`);
			else if (answers.includes("354 ") && !/^(?:250|552) .*\r\n$/m.test(answers.split("354 ")[1] ?? ""))
				socket.write(`${data}\r\n.\r\n`);
			else socket.end();
		});
		socket.on("close", () => resolve(answers));
		socket.on("error", reject);
	});
}
