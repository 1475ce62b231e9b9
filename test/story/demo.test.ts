import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { counts } from "../../src/desk/queues/contract.ts";
import { actorOfPerson } from "../../src/desk/identity/read.ts";
import type { PersonId } from "../../src/kernel/id.ts";
import { Refusal } from "../../src/kernel/refusal.ts";
import { dayOf } from "../../src/platform/clock.ts";
import { isEmptyDesk, loadDemo } from "../../src/entrances/story/demo/load-demo.ts";
import { signInLines } from "../../src/entrances/story/demo/sign-ins.ts";
import { operations, openTestDesk, type TestDesk } from "../support/desk.ts";

/** Hours at which nobody works, or at which the clock itself does not run evenly. */
const moments = {
	"a Sunday night": "2026-11-22T23:30+01:00",
	"a holiday": "2026-12-25T10:00+01:00",
	"Monday at nine": "2026-11-23T09:00+01:00",
	"the night of the change of clock": "2027-03-28T03:10+02:00",
};

describe("The demo at any hour", () => {
	for (const [moment, now] of Object.entries(moments)) {
		test(`${moment}: something is open, due soon, late and waiting`, async () => {
			const desk = await openTestDesk({ at: now });
			try {
				assert.ok(await isEmptyDesk(desk.desk));
				const lines: string[] = [];
				await loadDemo(desk.desk, { weeks: 0, seed: "test", onProgress: (line) => lines.push(line) });
				assert.equal(lines.length, 11);
				assert.equal(await isEmptyDesk(desk.desk), false);
				assert.equal((await signInLines(desk.desk)).length, 8);
				const found = await countsFor(desk, "maja.izmisljar");
				for (const view of ["unassigned", "secondLevel", "dueSoon", "late", "waiting"] as const) {
					assert.ok((found[view] ?? 0) > 0, `${view}: ${JSON.stringify(found)}`);
				}
				assert.ok(found.all >= 15);
				const states = await shares(desk, "clock", "state");
				assert.ok((states.get("paused") ?? 0) > 0, "no clock stands still");
				assert.equal(await isLatestFact(desk, now), true);
				assert.equal(await backlog(desk), 0);
			} finally {
				await desk.close();
			}
		});
	}

	test("the season behind it: some three hundred tickets of a believable spread", async () => {
		const desk = await openTestDesk({ at: moments["Monday at nine"] });
		try {
			await loadDemo(desk.desk, { weeks: 10, seed: "dogovor", onProgress: () => {} });
			const [channels, states, types] = await Promise.all(
				(["channel", "state", "type"] as const).map((column) => shares(desk, "ticket", column)),
			);
			const total = [...channels!.values()].reduce((sum, count) => sum + count, 0);
			assert.ok(total >= 280 && total <= 400, `${total} tickets`);
			for (const channel of ["EMAIL", "PHONE", "WEB_FORM"])
				assert.ok((channels!.get(channel) ?? 0) >= total / 10, `${channel}: ${channels!.get(channel)}`);
			assert.ok((states!.get("closed") ?? 0) >= total / 2, "most are over");
			for (const state of ["received", "inProgressL1", "escalatedL2", "waitingUser", "answered", "spam"])
				assert.ok((states!.get(state) ?? 0) > 0, `none is ${state}`);
			for (const type of ["QUESTION", "USAGE_HELP", "INCIDENT", "COMPLAINT", "PRAISE", "OUT_OF_SCOPE"])
				assert.ok((types!.get(type) ?? 0) > 0, `none is of type ${type}`);
			const verdicts = await shares(desk, "clock_verdict", "verdict");
			const [met = 0, breached = 0] = [verdicts.get("MET"), verdicts.get("BREACHED")];
			assert.ok(breached > 0 && met > 5 * breached, `${met} met, ${breached} breached`);
		} finally {
			await desk.close();
		}
	});

	const refused: [name: string, code: string, brokenOff: boolean][] = [
		["a loading that was broken off is told, not continued", "demo-interrupted", true],
		["a desk with data of its own is never made a demo", "demo-on-real-desk", false],
	];
	for (const [name, code, brokenOff] of refused) {
		test(name, async () => {
			const desk = await openTestDesk({ at: moments["Monday at nine"] });
			try {
				assert.deepEqual(await signInLines(desk.desk), []);
				await desk.cast("platform_admin", { handle: "prva.skrbnica" });
				const begun = { name: "demo", value: "begun" };
				if (brokenOff) await desk.database.write((tx) => tx.insertInto("desk_setting").values(begun).execute());
				await assert.rejects(
					isEmptyDesk(desk.desk),
					(error: unknown) => error instanceof Refusal && error.code === code,
				);
			} finally {
				await desk.close();
			}
		});
	}
});

const operationOf = (name: string) => operations.find((operation) => operation.contract.name === name)!;

async function countsFor(desk: TestDesk, handle: string) {
	const actor = await desk.database.read(async (tx) => {
		const { id } = await tx.selectFrom("person").select("id").where("handle", "=", handle).executeTakeFirstOrThrow();
		return actorOfPerson(tx, id as PersonId, dayOf(desk.clock.now()));
	});
	return counts.output.parse(await desk.perform(operationOf(counts.name), actor, {}));
}

/** Nothing happened after the present that the story leads up to. */
const isLatestFact = (desk: TestDesk, now: string): Promise<boolean> =>
	desk.database.read(async (tx) => {
		const { at } = await tx
			.selectFrom("fact")
			.select(({ fn }) => fn.max("at").as("at"))
			.executeTakeFirstOrThrow();
		return Temporal.Instant.compare(at, Temporal.Instant.from(now)) <= 0;
	});

const backlog = (desk: TestDesk): Promise<number> =>
	desk.database.read(
		async (tx) => (await tx.selectFrom("outbox").select("id").where("state", "=", "QUEUED").execute()).length,
	);

/** How many rows of a table have which value in a column. */
const shares = async (desk: TestDesk, table: string, column: string): Promise<Map<string, number>> => {
	const { rows } = await desk.database.pool.query<{ value: string; count: string }>(
		`select ${column} as value, count(*) as count from ${table} group by ${column}`,
	);
	return new Map(rows.map(({ value, count }) => [value, Number(count)]));
};
