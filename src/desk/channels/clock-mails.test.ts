import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import sweep from "../clocks/operations/sweep.ts";

let desk: TestDesk;
let cast: TicketCast;

before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T09:00+01:00" });
	cast = await ticketCast(desk);
});
after(() => desk.close());

const team = "2nivo.tehnika@okence.example.si";
const custodian = "tehnika@okence.example.si";
const adviser = "ekc-adviser@example.si";

const mailsOf = (ticketId: string) =>
	desk.database.read(async (tx) => {
		const rows = await tx
			.selectFrom("outbox")
			.select(["purpose", "recipient"])
			.where("about_id", "=", ticketId)
			.where("purpose", "!=", "RECEIPT")
			.orderBy("purpose")
			.orderBy("recipient")
			.execute();
		return rows.map((row) => `${row.purpose} → ${row.recipient}`);
	});
/** The sweeper at a time of the day; having nothing to say is no trouble. */
async function sweepAt(time: string): Promise<void> {
	desk.clock.set(`2026-03-12T${time}+01:00`);
	await desk.perform(sweep, system, {}).catch((error) => {
		if (error.code !== "nothing-due") throw error;
	});
}

describe("one notice per clock and level", () => {
	test("warned at three quarters, then late: the next target has its turn and has the notice; the adviser is told; nobody twice", async () => {
		desk.clock.set("2026-03-12T09:00+01:00");
		const { id } = await ticketUpTo(desk, cast, "escalatedL2");
		await sweepAt("09:46");
		assert.deepEqual(await mailsOf(id), [`HAND_OVER → ${team}`, `WARNING → ${team}`]);
		await sweepAt("10:01");
		await sweepAt("10:30");
		const mails = await mailsOf(id);
		assert.deepEqual(
			mails.filter((mail) => !mail.startsWith("WARNING")),
			[`BREACH → ${adviser}`, `HAND_OVER → ${team}`, `NEXT_TARGET → ${custodian}`],
		);
	});

	test("response and resolution ran out in one standstill and the next target is called: one mail to each person", async () => {
		desk.clock.set("2026-03-12T11:00+01:00");
		const { id } = await ticketUpTo(desk, cast, "escalatedL2");
		await sweepAt("11:00");
		await sweepAt("15:55");
		assert.deepEqual(await mailsOf(id), [`BREACH → ${adviser}`, `HAND_OVER → ${team}`, `NEXT_TARGET → ${custodian}`]);
		const bodies = await desk.database.read((tx) =>
			tx
				.selectFrom("outbox")
				.select(["purpose", "body_text", "subject"])
				.where("about_id", "=", id)
				.where("purpose", "in", ["BREACH", "NEXT_TARGET"])
				.execute(),
		);
		// Both deadlines stand in each mail.
		for (const { body_text } of bodies)
			assert.match(body_text, /12\. ?3\..* 12[.:]00[^]*12\. ?3\..* 15[.:]00|15[.:]00[^]*12[.:]00/);
	});
});
