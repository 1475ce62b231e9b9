import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { train } from "../../../test/support/training.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import type { ServiceId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import createService from "../catalogue/operations/create-service.ts";
import endRole from "../identity/operations/end-role.ts";
import attest from "./operations/attest.ts";
import cancelSession from "./operations/cancel-session.ts";
import confirmSession from "./operations/confirm-session.ts";
import evaluateSession from "./operations/evaluate-session.ts";
import holdSession from "./operations/hold-session.ts";
import planSession from "./operations/plan-session.ts";
import { qualification, session, sessions } from "./operations/questions.ts";
import requestSession from "./operations/request-session.ts";
import { gateTwo } from "./read.ts";

const refusedWith = (code: string) => (error: unknown) =>
	error instanceof Refusal && (error.code === code || error.obstacles.some((obstacle) => obstacle.code === code));

describe("training", () => {
	let desk: TestDesk;
	let serviceId: ServiceId;
	let other: ServiceId;
	let contact: PersonActor;
	let contentLead: PersonActor;
	let technicalLead: PersonActor;
	let maja: PersonActor;
	let luka: PersonActor;

	before(async () => {
		desk = await openTestDesk();
		const head = await desk.cast("ekc_head");
		const service = async (code: string, organisation: string) =>
			(
				await desk.perform(createService, head, {
					code,
					name: code,
					organisationId: await desk.organisation(organisation),
					validFrom: "2026-01-01",
				})
			).id;
		serviceId = await service("EOKENCE", "Naročnik");
		other = await service("DRUGA", "Drugi naročnik");
		contact = await desk.cast("training_contact", { serviceId, set: "CONTENT" });
		contentLead = await desk.cast("ekc_content_lead");
		technicalLead = await desk.cast("ekc_tech_lead");
		maja = await desk.cast("ekc_adviser", { handle: "maja" });
		luka = await desk.cast("ekc_adviser", { handle: "luka" });
	});
	after(() => desk.close());

	const asked = () => desk.perform(requestSession, contact, { serviceId, set: "CONTENT", reason: "agreement" });
	const plan = { plannedFor: "2026-03-10T08:00:00Z", place: "Ljubljana" };

	test("the client sets the date, the lead of the set confirms it, then it can be held", async () => {
		const { id } = await asked();
		const planned = await desk.perform(planSession, contact, { id, version: 1, ...plan });
		assert.deepEqual(planned.can.hold, [{ code: "not-confirmed" }]);
		const attendance = { id, version: 2, heldAt: "2026-03-10T07:30:00Z", attended: [maja.personId, luka.personId] };
		await assert.rejects(desk.perform(holdSession, contact, attendance), refusedWith("not-confirmed"));
		await assert.rejects(desk.perform(confirmSession, technicalLead, { id, version: 2 }), refusedWith("not-allowed"));
		await desk.perform(confirmSession, contentLead, { id, version: 2 });
		await assert.rejects(desk.perform(holdSession, contact, attendance), refusedWith("stale"));
		const held = await desk.perform(holdSession, contact, { ...attendance, version: 3 });
		assert.deepEqual([held.state, held.attended, held.qualified], ["held", 2, 0]);

		const judgement = { id, version: 4, qualified: [maja.personId] };
		await assert.rejects(desk.perform(evaluateSession, contact, judgement), refusedWith("not-allowed"));
		await assert.rejects(
			desk.perform(evaluateSession, contentLead, { ...judgement, qualified: [contact.personId] }),
			refusedWith("did-not-attend"),
		);
		const judged = await desk.perform(evaluateSession, contentLead, judgement);
		assert.deepEqual([judged.state, judged.qualified], ["evaluated", 1]);
		const view = await desk.perform(qualification, contentLead, { serviceId });
		const states = (set: typeof view.content) => set.advisers?.map((one) => [one.personId, one.state, one.qualifiedOn]);
		assert.deepEqual(states(view.content), [
			[luka.personId, "attended", null],
			[maja.personId, "qualified", "2026-03-10"],
		]);
		assert.equal(states(view.technical)?.[0]?.[1], "none");
	});

	test("only advisers are trained, and nothing is held tomorrow", async () => {
		const { id } = await asked();
		await desk.perform(planSession, contentLead, { id, version: 1, ...plan });
		const attendance = { id, version: 2, heldAt: "2026-03-11T08:00:00Z", attended: [contact.personId] };
		await assert.rejects(desk.perform(holdSession, contact, attendance), (error: Refusal) => {
			assert.deepEqual(
				error.obstacles.map((one) => one.code),
				["date-in-future", "not-an-adviser"],
			);
			return true;
		});
		const cancelled = await desk.perform(cancelSession, contact, { id, version: 2 });
		assert.equal(cancelled.state, "cancelled");
	});

	test("the contact of one set organises nothing of the other", async () => {
		const input = { serviceId, set: "TECHNICAL", reason: "agreement" };
		await assert.rejects(desk.perform(requestSession, contact, input), refusedWith("not-allowed"));
		await assert.rejects(
			desk.perform(requestSession, contact, { serviceId: other, set: "CONTENT", reason: "agreement" }),
			refusedWith("not-found"),
		);
	});

	test("the lead attests the own set once, after a judged session", async () => {
		const early = { serviceId, set: "TECHNICAL" };
		await assert.rejects(desk.perform(attest, technicalLead, early), (error: Refusal) => {
			assert.deepEqual(
				error.obstacles.map((one) => one.code),
				["no-session-held", "nobody-qualified"],
			);
			return true;
		});
		await train(desk, serviceId, "TECHNICAL", [maja, luka]);
		await assert.rejects(desk.perform(attest, contentLead, early), refusedWith("not-allowed"));
		const view = await desk.perform(attest, technicalLead, early);
		assert.deepEqual([view.technical.attestedOn, view.technical.qualified], ["2026-03-10", 2]);
		await assert.rejects(desk.perform(attest, technicalLead, early), refusedWith("already-attested"));
		const gate = await desk.database.read((tx) => gateTwo(tx, serviceId, Temporal.PlainDate.from("2026-03-10")));
		assert.equal(gate.TECHNICAL.qualified.length, 2);
		assert.equal(gate.CONTENT.attestedOn, null);
	});

	test("what counts is valid on the day: not expired, of somebody who is an adviser then (SM-7)", async () => {
		const onDay = async (text: string) => {
			const day = Temporal.PlainDate.from(text);
			const { TECHNICAL } = await desk.database.read((tx) => gateTwo(tx, serviceId, day));
			return TECHNICAL.qualified.length;
		};
		const setState = (personId: string, state: string) =>
			desk.database.write((tx) =>
				tx
					.updateTable("adviser_qualification")
					.set({ state })
					.where("person_id", "=", personId)
					.where("support_set", "=", "TECHNICAL")
					.execute(),
			);
		assert.deepEqual([await onDay("2026-03-09"), await onDay("2026-03-10")], [0, 2]);
		for (const state of ["refreshDue", "expired"]) {
			await setState(luka.personId, state);
			assert.equal(await onDay("2026-03-10"), 1);
		}
		await setState(luka.personId, "qualified");
		const [office] = luka.holdings;
		await desk.perform(endRole, system, { id: office?.id, version: 1, validUntil: "2026-03-15" });
		assert.deepEqual([await onDay("2026-03-14"), await onDay("2026-03-15")], [2, 1]);
	});

	test("the client knows how many, an adviser the own, the lead everyone (§2.2)", async () => {
		const owner = await desk.cast("service_owner", { serviceId });
		const counted = await desk.perform(qualification, owner, { serviceId });
		assert.deepEqual([counted.technical.qualified, counted.technical.advisers], [2, null]);
		const own = await desk.perform(qualification, maja, { serviceId });
		assert.deepEqual(
			own.technical.advisers?.map((row) => row.personId),
			[maja.personId],
		);
		const all = await desk.perform(qualification, technicalLead, { serviceId });
		assert.equal(all.technical.advisers?.length, 2);
		const listed = await desk.perform(qualification, contact, { serviceId });
		assert.deepEqual(
			listed.technical.advisers?.map((row) => row.state),
			[null, null],
		);
	});

	test("sessions of another organisation's service do not exist", async () => {
		const stranger = await desk.cast("service_owner", {
			serviceId: other,
			organisation: "Drugi naročnik",
			handle: "tuji",
		});
		const { id } = await asked();
		await assert.rejects(desk.perform(session, stranger, { id }), refusedWith("not-found"));
		assert.deepEqual((await desk.perform(sessions, stranger, {})).rows, []);
		const first = await desk.perform(sessions, contentLead, { limit: 2 });
		const second = await desk.perform(sessions, contentLead, { limit: 2, after: first.next });
		assert.ok(second.rows.length > 0);
		assert.ok(!second.rows.some((row) => first.rows.some((one) => one.id === row.id)));
	});
});
