import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Registry } from "prom-client";
import { standstill } from "../../../test/support/standstill.ts";
import { critical, openTicketLife, type TicketLife } from "../../../test/support/ticket-life.ts";
import { clockSweep } from "./clock-sweep.ts";

const onServer = (process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL) !== undefined;

let life: TicketLife;
before(async () => {
	life = await openTicketLife();
});
after(() => life.close());

/** A node's sweep, with what it reports and what its metrics say. */
function node() {
	const metrics = new Registry();
	const reports: { words: string; figures: Readonly<Record<string, number>> }[] = [];
	const { desk, perform } = life.desk;
	const faults: string[] = [];
	const sweep = clockSweep({
		desk,
		perform,
		metrics,
		report: (figures, words) => reports.push({ figures, words }),
		onFault: (_, ticketId) => faults.push(ticketId),
	});
	const metric = async (name: string) => {
		const { values } = (await metrics.getSingleMetric(name)!.get()) as {
			values: { value: number; labels: { what?: string } }[];
		};
		return Object.fromEntries(values.map(({ value, labels }) => [labels.what ?? "", value]));
	};
	return { sweep, reports, metric, faults };
}

const ticketIdOf = ({ payload }: { payload: unknown }) => (payload as { ticketId: string }).ticketId;

const saidOnce = async () => {
	const said = await life.desk.database.read((tx) =>
		tx
			.selectFrom("fact")
			.select(["aggregate_id", "name"])
			.where("name", "in", ["clock-warned", "clock-breached"])
			.execute(),
	);
	assert.equal(new Set(said.map(({ aggregate_id, name }) => `${aggregate_id} ${name}`)).size, said.length);
	return said.length;
};

describe("the sweep of a node", () => {
	test("nothing due: no report, and the next look within a second", async () => {
		const { sweep, reports, metric } = node();
		assert.equal(await sweep.run(), false);
		assert.deepEqual([reports, await metric("dogovor_clocks_due")], [[], { "": 0 }]);
		assert.ok(sweep.everyMs <= 1000);
	});

	test("a backlog: one batch a tick with a rest between, and its drain in the log and in the metrics", async () => {
		const { soon, overdue } = await standstill(life);
		const { sweep, reports, metric } = node();
		assert.deepEqual(await metric("dogovor_clocks_due"), { "": soon + overdue });
		const { "": oldest } = await metric("dogovor_clocks_oldest_seconds");
		assert.ok(oldest! > 72 * 3600);
		assert.ok(sweep.restMs >= 100); // ten batches a second at most
		const after: number[] = [];
		let isMore = true;
		while (isMore) {
			isMore = await sweep.run();
			after.push(await saidOnce());
		}
		assert.deepEqual(after, [100, 200, 240]);
		const said = { warned: soon, breached: overdue, moved: 0, escalated: 0 };
		assert.deepEqual(await metric("dogovor_clocks_said_total"), said);
		assert.deepEqual(await metric("dogovor_clocks_due"), { "": 0 });
		assert.deepEqual(await metric("dogovor_clocks_oldest_seconds"), { "": 0 });
		assert.deepEqual(
			reports.map(({ words, figures }) => [words, figures.said]),
			[["clocks: the backlog has drained", 240]],
		);
		assert.ok(reports[0]!.figures.perSecond! > 0);
	});

	test("a ticket that cannot be reckoned keeps only itself silent, is told of, and is left out for a while", async () => {
		life.desk.clock.set("2026-06-08T08:30+02:00");
		await life.swept();
		const given = "2026-06-08T09:00+02:00";
		const bad = await life.handedOver(given, "EOKENCE", critical);
		const good = await life.handedOver(given, "EOKENCE", critical);
		const agreementOfBad = (agreement: string | null) =>
			life.desk.database.write((tx) =>
				tx
					.updateTable("clock")
					.set({ agreement_id: agreement })
					.where("ticket_id", "=", bad)
					.where("kind", "=", "RESPONSE")
					.returning("agreement_id")
					.executeTakeFirst(),
			);
		const { agreement_id: right } = await life.desk.database.read((tx) =>
			tx.selectFrom("ticket").select("agreement_id").where("id", "=", bad).executeTakeFirstOrThrow(),
		);
		await agreementOfBad(null);
		life.desk.clock.set("2026-06-08T09:45+02:00");
		const { sweep, faults } = node();
		const warnedOf = (id: string) =>
			life.desk.database.read(async (tx) => {
				const row = tx
					.selectFrom("clock")
					.select("warned_at")
					.where("ticket_id", "=", id)
					.where("kind", "=", "RESPONSE");
				return (await row.executeTakeFirstOrThrow()).warned_at !== null;
			});
		await sweep.run();
		assert.deepEqual(faults, [bad]);
		assert.deepEqual([await warnedOf(good), await warnedOf(bad)], [true, false]);
		await sweep.run();
		assert.deepEqual(faults, [bad]);
		await agreementOfBad(right);
		await node().sweep.run();
		assert.equal(await warnedOf(bad), true);
	});

	test(
		"two nodes at once: neither waits for the other, and nothing is said twice",
		{ skip: !onServer && "one connection: one node at a time" },
		async () => {
			const before = await saidOnce();
			const { soon, overdue } = await standstill(life);
			const [one, other] = [node(), node()];
			const rounds: boolean[][] = [];
			do rounds.push(await Promise.all([one.sweep.run(), other.sweep.run()]));
			while (rounds.at(-1)!.includes(true));
			assert.equal((await saidOnce()) - before, soon + overdue);
			const shares = await Promise.all([one, other].map(({ metric }) => metric("dogovor_clocks_said_total")));
			assert.ok(shares.every(({ warned, breached }) => warned! + breached! > 0));
		},
	);

	test(
		"a ticket that an act holds is passed over; it is said in the next tick",
		{ skip: !onServer && "one connection: no act beside it" },
		async () => {
			life.desk.clock.set("2026-07-06T08:30+02:00");
			await life.swept();
			const given = "2026-07-06T09:00+02:00";
			const held = await life.handedOver(given, "EOKENCE", critical);
			const free = await life.handedOver(given, "EOKENCE", critical);
			life.desk.clock.set("2026-07-06T09:45+02:00");
			const before = (await life.factsOf("clock-warned")).length;
			const warned = async () => (await life.factsOf("clock-warned")).slice(before).map(ticketIdOf);
			const { sweep } = node();
			const [isHeld, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
			const act = life.desk.database.write(async (tx) => {
				await tx.selectFrom("ticket").select("id").where("id", "=", held).forUpdate().execute();
				isHeld.resolve();
				await mayEnd.promise;
			});
			await isHeld.promise;
			await sweep.run();
			const beside = await warned();
			mayEnd.resolve();
			await act;
			await sweep.run();
			assert.deepEqual([beside, await warned()], [[free], [free, held]]);
		},
	);
});
