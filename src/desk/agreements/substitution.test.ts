import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parse } from "yaml";
import { parties, type Parties, readyToSign, signature } from "../../../test/support/agreements.ts";
import { openTestDesk, type TestDesk } from "../../../test/support/desk.ts";
import { train } from "../../../test/support/training.ts";
import { exampleYaml } from "../../../test/story/example-forms.ts";
import { Refusal } from "../../kernel/refusal.ts";
import endRole from "../identity/operations/end-role.ts";
import attest from "../training/operations/attest.ts";
import { qualification } from "../training/operations/questions.ts";
import approveAgreement from "./operations/approve-agreement.ts";
import importAgreement from "./operations/import-agreement.ts";
import { agreement, exportAgreement } from "./operations/questions.ts";
import signAgreement from "./operations/sign-agreement.ts";
import submitAgreement from "./operations/submit-agreement.ts";

const refusedWith = (code: string, at?: string) => (error: unknown) =>
	error instanceof Refusal &&
	error.obstacles.some((obstacle) => obstacle.code === code && (at === undefined || obstacle.at === at));

/** §2.2, rule 4: a deputy acts with a recorded substitution period. */
describe("a deputy", () => {
	let desk: TestDesk;
	let people: Parties;
	before(async () => {
		desk = await openTestDesk({ at: "2026-03-09T09:00+01:00" });
		people = await parties(desk);
	});
	after(() => desk.close());

	const inMarch = { deputyFor: "ekc-head", validFrom: "2026-03-09", validUntil: "2026-03-20" };
	const substitution = { forName: "Oseba ekc-head", from: "2026-03-09", until: "2026-03-20" };
	const deputy = () => desk.cast("ekc_head", { handle: "namestnik", ...inMarch });
	const lastFact = (name: string) =>
		desk.database.read((tx) =>
			tx
				.selectFrom("fact")
				.select("payload")
				.where("name", "=", name)
				.orderBy("aggregate_version", "desc")
				.executeTakeFirstOrThrow(),
		);

	test("approves and signs with the period recorded: on the record, in the fact, in the file", async () => {
		const { head, owner } = people;
		const acting = await deputy();
		const { id } = await desk.perform(importAgreement, head, { yaml: exampleYaml("eokence") });
		await desk.perform(submitAgreement, owner, { id, version: 1 });
		const once = await desk.perform(approveAgreement, acting, { id, version: 2 });
		assert.deepEqual(once.approvals[0]?.substitution, substitution);
		const capacity = { by: acting.personId, holding: acting.holdings[0]?.id, deputyFor: head.personId };
		assert.deepEqual(await facet(lastFact("agreement-approved"), capacity), capacity);
		const ready = await desk.perform(approveAgreement, owner, { id, version: 3 });
		assert.equal(ready.approvals.find((one) => one.party === "CLIENT")?.substitution, null);

		desk.clock.set("2026-03-10T09:00+01:00");
		const ink = signature(desk, { id, version: 4, contentHash: ready.contentHash ?? "" });
		await assert.rejects(
			desk.perform(signAgreement, acting, { ...ink, date: "2026-03-08" }),
			refusedWith("not-deputy-then", "date"),
		);
		const half = await desk.perform(signAgreement, acting, { ...ink, date: "2026-03-09" });
		assert.deepEqual(half.signatures[0]?.substitution, substitution);
		assert.deepEqual(await facet(lastFact("agreement-signed"), capacity), capacity);
		const { signatures } = parse((await desk.perform(exportAgreement, owner, { id })).yaml);
		assert.deepEqual(signatures.provider.substitution, { from: "2026-03-09", until: "2026-03-20" });

		const holding = { id: acting.holdings[0]?.id, version: 1, validUntil: "2026-03-11" };
		await desk.perform(endRole, { kind: "system", name: "test" }, holding);
		const kept = await desk.perform(agreement, owner, { id });
		assert.deepEqual(kept.signatures[0]?.substitution, substitution);
	});

	test("is told when the substitution begins, and that it is over", async () => {
		const other = await openTestDesk();
		try {
			const team = await parties(other);
			const ready = await readyToSign(other, team);
			await other.cast("ekc_adviser", { handle: "namestnik" });
			const early = await other.cast("ekc_head", {
				handle: "namestnik",
				deputyFor: "ekc-head",
				validFrom: "2026-03-12",
				validUntil: "2026-03-14",
			});
			const ink = signature(other, ready);
			await assert.rejects(other.perform(signAgreement, early, ink), refusedWith("substitution-not-begun"));
			assert.deepEqual((await other.perform(agreement, early, { id: ready.id })).can.sign[0], {
				code: "substitution-not-begun",
				details: { from: "2026-03-12" },
			});
			other.clock.set("2026-03-14T09:00+01:00");
			await assert.rejects(other.perform(signAgreement, early, ink), refusedWith("substitution-over"));
			other.clock.set("2026-03-13T09:00+01:00");
			const acting = await other.cast("ekc_adviser", { handle: "namestnik" });
			const half = await other.perform(signAgreement, acting, { ...ink, date: "2026-03-13" });
			assert.equal(half.state, "partlySigned");
		} finally {
			await other.close();
		}
	});

	test("of a lead attests within the period only, and as whose deputy is kept", async () => {
		const { serviceId, advisers } = people;
		const lead = await train(desk, serviceId, "TECHNICAL", advisers);
		await desk.cast("ekc_adviser", { handle: "namestnica-vodje" });
		const late = { handle: "namestnica-vodje", deputyFor: "ekc-tech-lead", validFrom: "2026-03-11" };
		const acting = await desk.cast("ekc_tech_lead", late);
		const input = { serviceId, set: "TECHNICAL" };
		await assert.rejects(desk.perform(attest, acting, input), refusedWith("substitution-not-begun"));
		desk.clock.set("2026-03-11T09:00+01:00");
		const begun = await desk.cast("ekc_tech_lead", late);
		await desk.perform(attest, begun, input);
		const { technical } = await desk.perform(qualification, lead, { serviceId });
		assert.deepEqual(technical.attestedFor, { forName: "Oseba ekc-tech-lead", from: "2026-03-11", until: null });
		const capacity = { by: begun.personId, deputyFor: lead.personId };
		assert.deepEqual(await facet(lastFact("training-attested"), capacity), capacity);
	});
});

/** What of a fact's payload has the names of `like`. */
async function facet(fact: Promise<{ payload: unknown }>, like: object): Promise<unknown> {
	const payload = (await fact).payload as Record<string, unknown>;
	return Object.fromEntries(Object.keys(like).map((key) => [key, payload[key]]));
}
