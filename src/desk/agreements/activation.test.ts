import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { activeAgreement, parties, type Parties, readyToSign, signature } from "../../../test/support/agreements.ts";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { trainAndAttest } from "../../../test/support/training.ts";
import { sweeps } from "../../entrances/worker/sweeps.ts";
import type { AgreementId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { activateAgreement, awaitingStart } from "./operations/activate-agreement.ts";
import approveAgreement from "./operations/approve-agreement.ts";
import createAgreement from "./operations/create-agreement.ts";
import { agreement } from "./operations/questions.ts";
import signAgreement from "./operations/sign-agreement.ts";
import submitAgreement from "./operations/submit-agreement.ts";

/** What only time stands against (A-17, STA-02): the clock moves over the day and nobody does anything. */
describe("a signed version goes into force by itself", () => {
	let desk: TestDesk;
	beforeEach(async () => {
		desk = await openTestDesk();
	});
	afterEach(() => desk.close());

	const minute = async () => {
		const activation = sweeps.find(({ name }) => name === "activation");
		assert.ok(activation);
		await activation.run(desk.desk, desk.perform);
	};
	const endToday = (role: string) =>
		desk.database.write((tx) =>
			tx
				.updateTable("role_holding")
				.set({ valid_until: Temporal.PlainDate.from("2026-03-10") })
				.where("role", "=", role)
				.execute(),
		);
	const seen = (id: AgreementId) => desk.perform(agreement, system, { id });
	const trained = async ({ serviceId, advisers }: Parties) => {
		await trainAndAttest(desk, serviceId, "TECHNICAL", advisers);
		await trainAndAttest(desk, serviceId, "CONTENT", advisers);
	};

	for (const role of ["ekc_head", "ekc_tech_lead", "ekc_content_lead"] as const) {
		test(`on the day the vacant office begins: ${role}`, async () => {
			const people = await parties(desk);
			await trained(people);
			const ready = await readyToSign(desk, people);
			const half = await desk.perform(signAgreement, people.head, signature(desk, ready));
			await endToday(role);
			await desk.cast(role, { handle: "naslednica", validFrom: "2026-03-16" });
			const { id } = ready;
			await desk.perform(signAgreement, people.owner, signature(desk, { ...ready, version: half.version }));
			await minute();
			const waiting = await seen(id);
			const vacant = [{ code: "office-vacant", details: { role } }];
			assert.deepEqual([waiting.state, waiting.waitsFor], ["signed", vacant]);
			await assert.rejects(
				desk.perform(activateAgreement, system, { id }),
				(error) => error instanceof Refusal && error.code === "office-vacant",
			);

			desk.clock.set("2026-03-15T23:59+01:00");
			await minute();
			assert.equal((await seen(id)).state, "signed");
			desk.clock.set("2026-03-16T00:00+01:00");
			await minute();
			const active = await seen(id);
			assert.deepEqual([active.state, active.supportStart, active.waitsFor], ["active", "2026-03-16", []]);
		});
	}

	test("once the version it does not supersede has ended", async () => {
		const people = await activeAgreement(desk);
		const { id: former, head, owner, serviceId } = people;
		const state = (to: string) =>
			desk.database.write((tx) =>
				tx
					.updateTable("agreement")
					.set({ state: to, ...(to === "cancelled" ? { active_period: "[2026-03-10T08:00Z,2026-03-19T23:00Z)" } : {}) })
					.where("id", "=", former)
					.execute(),
			);
		await state("cancelling");
		const copy = await desk.perform(createAgreement, head, { serviceId, copyOf: former });
		const { id } = copy;
		await desk.perform(submitAgreement, owner, { id, version: 1 });
		await desk.perform(approveAgreement, head, { id, version: 2 });
		const ready = await desk.perform(approveAgreement, owner, { id, version: 3 });
		const ink = signature(desk, { id, version: 4, contentHash: ready.contentHash ?? "" });
		await desk.perform(signAgreement, head, ink);
		await desk.perform(signAgreement, owner, { ...ink, version: 5 });
		await minute();
		assert.deepEqual((await seen(id)).waitsFor, [{ code: "another-version-active", details: { agreement: former } }]);
		desk.clock.set("2026-03-20T00:00+01:00");
		await state("cancelled");
		await minute();
		const active = await seen(id);
		assert.deepEqual([active.state, active.supportStart], ["active", "2026-03-20"]);
	});

	test("by nobody's hand: only the desk itself asks and performs", async () => {
		const { head, id } = await activeAgreement(desk);
		const isForbidden = (error: unknown) => error instanceof Refusal && error.code === "not-allowed";
		await assert.rejects(desk.perform(awaitingStart, head, {}), isForbidden);
		await assert.rejects(desk.perform(activateAgreement, head, { id }), isForbidden);
		assert.deepEqual(await desk.perform(awaitingStart, system, {}), { ids: [] });
	});
});
