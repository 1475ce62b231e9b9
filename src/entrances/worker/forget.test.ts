import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import answer from "../../desk/tickets/operations/answer.ts";
import close from "../../desk/tickets/operations/close.ts";
import keepDraft from "../../desk/tickets/operations/keep-draft.ts";
import receive from "../../desk/tickets/operations/receive.ts";
import { forgetDrafts, forgetKeys } from "./forget.ts";

let desk: TestDesk;
let cast: TicketCast;
before(async () => {
	desk = await openTestDesk();
	cast = await ticketCast(desk);
});
after(() => desk.close());

test("a draft is forgotten a month after its ticket was closed, not before and not on an open one", async () => {
	const [closed, open] = [await ticketUpTo(desk, cast, "inProgressL1"), await ticketUpTo(desk, cast, "inProgressL1")];
	for (const { id } of [closed, open])
		await desk.perform(keepDraft, cast.adviser, { id, audience: "INTERNAL", version: 0, body: "ne pozabi" });
	await closed.step(answer, cast.adviser, { body: "Rešeno." });
	await closed.step(close, cast.adviser);
	const kept = async () => {
		await forgetDrafts(desk.desk);
		const rows = await desk.database.read((tx) => tx.selectFrom("ticket_draft").select("ticket_id").execute());
		return new Set(rows.map((row) => row.ticket_id));
	};
	desk.clock.forward({ hours: 29 * 24 });
	assert.deepEqual(await kept(), new Set([closed.id, open.id]));
	desk.clock.forward({ hours: 2 * 24 });
	assert.deepEqual(await kept(), new Set([open.id]));
});

test("a key is forgotten after three days, and then the act is done again", async () => {
	const wish = { channel: "PHONE", reporter: { name: "A" }, subject: "Pomoč", body: "Ne dela." };
	const send = async () => (await desk.perform(receive, system, wish, { idempotencyKey: "once" })).number;
	const first = await send();
	desk.clock.forward({ hours: 71 });
	await forgetKeys(desk.desk);
	assert.equal(await send(), first);
	desk.clock.forward({ hours: 2 });
	await forgetKeys(desk.desk);
	assert.notEqual(await send(), first);
});
