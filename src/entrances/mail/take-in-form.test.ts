import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { openTestDesk, type TestDesk } from "../../../test/support/desk.ts";
import { arm, disarmAll, FailpointHit } from "../../platform/failpoint.ts";
import { handInForm } from "./take-in-form.ts";
import { takeInDue } from "./take-in.ts";
import { openMailParser } from "../../platform/mail/parse.ts";

let desk: TestDesk;
const parser = openMailParser();

before(async () => {
	desk = await openTestDesk();
});
after(async () => {
	await parser.close();
	await desk.close();
});
afterEach(disarmAll);

const form = (subject: string, more: Record<string, unknown> = {}) => ({
	reporter: { name: "Ana Novak", email: "ana@example.si" },
	subject,
	body: "Ne morem se prijaviti.",
	...more,
});
const handIn = (input: unknown, key: string) => handInForm(desk, input, key);
const takeIn = () => takeInDue({ desk: desk.desk, perform: desk.perform, parser, onFault: () => {} });
const ticketsOf = (subject: string) =>
	desk.database.read((tx) =>
		tx.selectFrom("ticket").select(["id", "channel"]).where("subject", "=", subject).execute(),
	);

describe("the public form", () => {
	test("becomes a ticket with a tracking token and a confirmation", async () => {
		const receipt = await handIn(form("Obrazec"), "a");
		assert.match(receipt?.token ?? "", /^[A-Za-z0-9_-]{22,86}$/);
		assert.deepEqual(
			(await ticketsOf("Obrazec")).map((row) => row.channel),
			["WEB_FORM"],
		);
		const mails = await desk.database.read((tx) =>
			tx
				.selectFrom("outbox")
				.select("purpose")
				.where("about_id", "=", receipt?.id ?? "")
				.execute(),
		);
		assert.deepEqual(mails, [{ purpose: "RECEIPT" }]);
	});

	test("sent twice is one ticket and one answer", async () => {
		const first = await handIn(form("Dvakrat"), "b");
		assert.deepEqual(await handIn(form("Dvakrat"), "b"), first);
		assert.equal((await ticketsOf("Dvakrat")).length, 1);
	});

	test("the same words sent on purpose again are another ticket", async () => {
		await handIn(form("Znova"), "c");
		await handIn(form("Znova"), "d");
		assert.equal((await ticketsOf("Znova")).length, 2);
	});

	test("filled in by a machine is kept in quarantine and is no ticket", async () => {
		assert.equal(await handIn(form("Past", { website: "https://zlo.example" }), "e"), null);
		assert.equal((await ticketsOf("Past")).length, 0);
		const held = await desk.database.read((tx) =>
			tx.selectFrom("inbox").select("reason").where("reason", "is not", null).execute(),
		);
		assert.deepEqual(held, [{ reason: "honeypot" }]);
	});

	test("of one address is kept for a look after ten within an hour", async () => {
		const eager = { reporter: { email: "vztrajen@example.si" } };
		const receipts = [];
		for (let sent = 0; sent < 12; sent++) receipts.push(await handIn(form("Vztrajno", eager), `h${sent}`));
		assert.deepEqual([receipts.filter(Boolean).length, (await ticketsOf("Vztrajno")).length], [10, 10]);
		const held = await desk.database.read((tx) =>
			tx.selectFrom("inbox").select("id").where("reason", "=", "too-many-forms").execute(),
		);
		assert.equal(held.length, 2);
	});

	test("with an unknown field or no words is refused with all reasons", async () => {
		await assert.rejects(handIn({ ...form("x"), body: "", priority: "P1" }, "f"), { code: "invalid-input" });
	});

	for (const point of ["before-ticket-commit", "after-ticket-commit"] as const) {
		test(`is not lost or doubled when the program fails ${point}`, async () => {
			arm(point);
			await assert.rejects(handIn(form(point), point), FailpointHit);
			await takeIn();
			assert.equal((await ticketsOf(point)).length, 1);
			const again = await handIn(form(point), point);
			assert.deepEqual(
				(await ticketsOf(point)).map((row) => row.id),
				[again?.id],
			);
		});
	}
});
