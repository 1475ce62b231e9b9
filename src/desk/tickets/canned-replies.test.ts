import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { receivedTicket, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import { cannedReplies } from "./operations/canned-questions.ts";
import changeCannedReply from "./operations/change-canned-reply.ts";
import writeCannedReply from "./operations/write-canned-reply.ts";

let desk: TestDesk;
let cast: TicketCast;
before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
	cast = await ticketCast(desk);
});
after(() => desk.close());

const refusal = (code: string) => (error: unknown) => {
	assert.equal((error as { code?: string }).code, code);
	return true;
};
const write = (name: string, more: object = {}) =>
	desk.perform(writeCannedReply, cast.contentLead, { name, sl: "Spoštovani,", en: "Dear all,", ...more });
const namesOn = async (ticketId?: string) =>
	(await desk.perform(cannedReplies, cast.adviser, { ticketId })).rows.map((row) => row.name);

describe("canned replies", () => {
	test("are offered on a ticket where they are general or of its service and set, in its language", async () => {
		const { serviceId } = cast;
		await write("splošni");
		await write("tehnični", { set: "TECHNICAL" });
		await write("vsebinski", { set: "CONTENT" });
		await write("eOkence", { serviceId });
		await write("eOkence vsebinski", { serviceId, set: "CONTENT" });
		await write("samo slovenski", { en: null });
		const received = await receivedTicket(desk);
		assert.deepEqual(await namesOn(received.ref().id), ["samo slovenski", "splošni"]);
		const english = await receivedTicket(desk, { language: "en" });
		assert.deepEqual(await namesOn(english.ref().id), ["splošni"]);
		const triaged = await ticketUpTo(desk, cast, "inProgressL1");
		assert.deepEqual(new Set(await namesOn(triaged.id)), new Set(["eOkence", "samo slovenski", "splošni", "tehnični"]));
		assert.equal((await namesOn()).length, 6);
	});

	test("are paged by name, none twice", async () => {
		const all = await namesOn();
		const seen: string[] = [];
		let next: string | null | undefined;
		do {
			const page = await desk.perform(cannedReplies, cast.adviser, { limit: 4, ...(next ? { after: next } : {}) });
			seen.push(...page.rows.map((row) => row.name));
			next = page.next;
		} while (next);
		assert.deepEqual(seen, all);
	});

	test("are changed on the version seen, and no longer offered without being lost", async () => {
		const first = await write("izpad");
		const words = { id: first.id, name: "izpad", sl: "Motnja je odpravljena.", isOffered: false };
		const second = await desk.perform(changeCannedReply, cast.head, { ...words, version: 1 });
		assert.equal(second.version, 2);
		await assert.rejects(desk.perform(changeCannedReply, cast.techLead, { ...words, version: 1 }), refusal("stale"));
		const received = await receivedTicket(desk);
		assert.ok(!(await namesOn(received.ref().id)).includes("izpad"));
		assert.ok((await namesOn()).includes("izpad"));
		const facts = await desk.database.read((tx) =>
			tx
				.selectFrom("fact")
				.select(["name", "payload"])
				.where("aggregate_id", "=", first.id)
				.orderBy("ordinal")
				.execute(),
		);
		assert.deepEqual(
			facts.map(({ name, payload }) => [name, (payload as { isOffered: boolean }).isOffered]),
			[
				["canned-reply-kept", true],
				["canned-reply-kept", false],
			],
		);
	});

	test("with variables that could not be filled in, a taken name or an unknown service are refused", async () => {
		await assert.rejects(write("a1", { sl: "{{storitev}}" }), refusal("variable-without-fallback"));
		await assert.rejects(write("a2", { en: "{{emso|x}}" }), refusal("unknown-variable"));
		await assert.rejects(write("splošni"), refusal("name-taken"));
		const serviceId = "00000000-0000-7000-8000-000000000000";
		await assert.rejects(write("a3", { serviceId }), refusal("unknown-service"));
		const id = "00000000-0000-7000-8000-000000000000";
		await assert.rejects(
			desk.perform(changeCannedReply, cast.head, { id, version: 1, name: "a4", sl: "x" }),
			refusal("not-found"),
		);
	});

	test("are read by the contact centre, kept by leads and head, and no client's matter", async () => {
		assert.deepEqual((await desk.perform(cannedReplies, cast.adviser, {})).can.keep, [{ code: "not-allowed" }]);
		assert.deepEqual((await desk.perform(cannedReplies, cast.techLead, {})).can.keep, []);
		const words = { name: "moj", sl: "x" };
		for (const who of [cast.adviser, cast.l2, cast.owner, system]) {
			await assert.rejects(desk.perform(writeCannedReply, who, words), refusal("not-allowed"));
		}
		for (const who of [cast.l2, cast.owner, cast.contentCustodian]) {
			await assert.rejects(desk.perform(cannedReplies, who, {}), refusal("not-allowed"));
		}
	});
});
