import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { activeAgreement, parties, type Parties } from "../../../test/support/agreements.ts";
import { openTestDesk, publicActor, system, type TestDesk } from "../../../test/support/desk.ts";
import { type Actor, type PersonActor, type Role, roles } from "../../kernel/actor.ts";
import type { AgreementId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import createAgreement from "./operations/create-agreement.ts";
import { agreement, agreements, exportAgreement } from "./operations/questions.ts";
import { agreementScope, partsVisible } from "./policy.ts";
import { agreementInScopeSql, agreementRows } from "./read/rows.ts";

const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

describe("who sees which agreement, and how much of it (§2.2)", () => {
	let desk: TestDesk;
	let active: Parties & { id: AgreementId };
	let foreign: Parties;
	let draft: AgreementId;
	before(async () => {
		desk = await openTestDesk();
		active = await activeAgreement(desk);
		foreign = await parties(desk, "eprireditev");
		draft = (await desk.perform(createAgreement, foreign.owner, { serviceId: foreign.serviceId })).id;
	});
	after(() => desk.close());

	const own = (role: Role): Promise<PersonActor> =>
		desk.cast(role, {
			serviceId: active.serviceId,
			organisation: "Naročnik EOKENCE",
			handle: `own-${role.replaceAll("_", "-")}`,
		});

	test("another organisation's agreement answers as one that does not exist", async () => {
		await assert.rejects(desk.perform(agreement, foreign.owner, { id: active.id }), refusedWith("not-found"));
		await assert.rejects(desk.perform(agreement, active.owner, { id: draft }), refusedWith("not-found"));
		await assert.rejects(desk.perform(exportAgreement, foreign.owner, { id: active.id }), refusedWith("not-found"));
		await assert.rejects(
			desk.perform(createAgreement, foreign.owner, { serviceId: active.serviceId }),
			refusedWith("not-found"),
		);
	});

	const cuts: [role: Role, parts: string[], fields: string[]][] = [
		["kb_editor", ["KNOWLEDGE"], ["service", "knowledgeBase"]],
		["training_contact", ["TRAINING"], ["service", "training"]],
		["l2_agent", ["SECOND_LEVEL"], ["service", "escalationPaths", "availability", "priorityScheme"]],
	];
	for (const [role, parts, fields] of cuts) {
		test(`${role} sees its part and nothing of people, signatures and comments`, async () => {
			const actor = await own(role);
			const view = await desk.perform(agreement, actor, { id: active.id });
			assert.deepEqual(view.parts, parts);
			assert.deepEqual(Object.keys(view.terms.partI ?? {}), fields);
			assert.deepEqual([view.signatures, view.approvals, view.contentHash], [[], [], null]);
			assert.ok(Object.values(view.can).every((obstacles) => obstacles.some((one) => one.code === "not-allowed")));
			await assert.rejects(desk.perform(exportAgreement, actor, { id: active.id }), refusedWith("not-allowed"));
		});
	}

	test("a director of the client sees what is in force in the own organisation, not what is being agreed", async () => {
		const director = await desk.cast("client_director", {
			organisation: "Naročnik EPRIREDITEV",
			handle: "direktorica",
		});
		assert.deepEqual((await desk.perform(agreements, director, {})).rows, []);
		const ownDirector = await desk.cast("client_director", { organisation: "Naročnik EOKENCE", handle: "direktor" });
		assert.deepEqual(
			(await desk.perform(agreements, ownDirector, {})).rows.map((row) => row.id),
			[active.id],
		);
	});

	test("the scope is the same in SQL and in memory, for every office", async () => {
		const { personId, holdings } = active.owner;
		const organisations = [...holdings, ...foreign.owner.holdings].map((one) => one.organisationId);
		const offices = roles.flatMap((role) =>
			[active.serviceId, foreign.serviceId, null].flatMap((serviceId) =>
				organisations.map((organisationId) => ({ ...holdings[0]!, role, serviceId, organisationId })),
			),
		);
		const actors: Actor[] = [
			system,
			publicActor,
			{ kind: "person", personId, holdings: [] },
			...offices.map((office): PersonActor => ({ kind: "person", personId, holdings: [office] })),
			{ kind: "person", personId, holdings: offices.filter(({ role }) => role === "kb_editor" || role === "l2_agent") },
		];
		for (const actor of actors) {
			const scope = agreementScope(actor);
			await desk.database.read(async (tx) => {
				const all = await agreementRows(tx).orderBy("agreement.id").execute();
				const inSql = await agreementRows(tx).where(agreementInScopeSql(scope)).orderBy("agreement.id").execute();
				const inMemory = all.filter((row) => partsVisible(scope, row).length > 0);
				assert.deepEqual(
					inSql.map((row) => row.id),
					inMemory.map((row) => row.id),
					JSON.stringify(actor),
				);
			});
		}
	});
});
