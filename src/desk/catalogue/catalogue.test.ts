import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exampleCatalogue } from "../../../test/support/catalogue.ts";
import { openTestDesk, publicActor, system, type TestDesk } from "../../../test/support/desk.ts";
import type { ServiceId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import approveCatalogue from "./operations/approve-catalogue.ts";
import changeCatalogue from "./operations/change-catalogue.ts";
import changeService from "./operations/change-service.ts";
import createService from "./operations/create-service.ts";
import draftCatalogue from "./operations/draft-catalogue.ts";
import {
	catalogueInForce,
	catalogueVersion,
	catalogueVersions,
	publicDesk,
	service,
	services,
} from "./operations/questions.ts";
import { serviceScope, serviceVisible } from "./policy.ts";
import { serviceInScopeSql, serviceRows } from "./read.ts";

const refusedWith = (code: string) => (error: unknown) =>
	error instanceof Refusal && (error.code === code || error.obstacles.some((obstacle) => obstacle.code === code));

describe("services", () => {
	let desk: TestDesk;
	let id: ServiceId;
	before(async () => {
		desk = await openTestDesk();
		const head = await desk.cast("ekc_head");
		const organisationId = await desk.organisation("Naročnik");
		const fields = { name: "eOkence", organisationId, validFrom: "2026-01-01" };
		id = (await desk.perform(createService, head, { code: "EOKENCE", ...fields })).id;
		await desk.perform(createService, head, {
			...fields,
			code: "DRUGA",
			name: "Druga",
			organisationId: await desk.organisation("Drugi naročnik"),
		});
	});
	after(() => desk.close());

	test("a code is used once", async () => {
		const organisationId = await desk.organisation("Naročnik");
		const again = { code: "EOKENCE", name: "Spet", organisationId, validFrom: "2026-01-01" };
		await assert.rejects(desk.perform(createService, system, again), refusedWith("service-code-taken"));
	});

	test("is changed against its version; dates run forward", async () => {
		const organisationId = await desk.organisation("Naročnik");
		const change = { id, version: 1, name: "eOkence 2", organisationId, validFrom: "2026-01-01" };
		await assert.rejects(
			desk.perform(changeService, system, { ...change, validUntil: "2025-01-01" }),
			refusedWith("period-reversed"),
		);
		assert.equal((await desk.perform(changeService, system, change)).version, 2);
		await assert.rejects(desk.perform(changeService, system, change), refusedWith("stale"));
	});

	test("an adviser enters no service", async () => {
		const adviser = await desk.cast("ekc_adviser");
		const organisationId = await desk.organisation("Naročnik");
		const input = { code: "NOVA", name: "Nova", organisationId, validFrom: "2026-01-01" };
		await assert.rejects(desk.perform(createService, adviser, input), refusedWith("not-allowed"));
	});

	test("a client sees its own, another's answers as not existing", async () => {
		const owner = await desk.cast("service_owner", { serviceId: id });
		const stranger = await desk.cast("client_director", { organisation: "Drugi naročnik", handle: "tuji" });
		const own = await desk.perform(services, owner, {});
		assert.deepEqual(
			own.rows.map((row) => row.code),
			["EOKENCE"],
		);
		await assert.rejects(desk.perform(service, stranger, { id }), refusedWith("not-found"));
	});

	test("pages follow each other by name", async () => {
		const first = await desk.perform(services, system, { limit: 1 });
		const second = await desk.perform(services, system, { limit: 1, after: first.next });
		assert.deepEqual([first.rows[0]?.code, second.rows[0]?.code, second.next], ["DRUGA", "EOKENCE", null]);
		await assert.rejects(desk.perform(services, system, { after: "x" }), refusedWith("bad-cursor"));
	});

	test("the scope is the same in SQL and in memory", async () => {
		const actors = [
			system,
			publicActor,
			await desk.cast("ekc_adviser"),
			await desk.cast("auditor"),
			await desk.cast("kb_editor", { serviceId: id, set: "CONTENT" }),
			await desk.cast("client_director", { organisation: "Drugi naročnik", handle: "tuji" }),
			await desk.cast("other_body", { organisation: "Tretji", handle: "tretji" }),
		];
		for (const actor of actors) {
			const scope = serviceScope(actor);
			await desk.database.read(async (tx) => {
				const all = await serviceRows(tx).orderBy("code").execute();
				const inSql = await serviceRows(tx).where(serviceInScopeSql(scope)).orderBy("code").execute();
				assert.deepEqual(
					inSql.map((row) => row.code),
					all.filter((row) => serviceVisible(scope, row)).map((row) => row.code),
				);
			});
		}
	});
});

describe("the catalogue", () => {
	let desk: TestDesk;
	before(async () => {
		desk = await openTestDesk();
	});
	after(() => desk.close());

	test("is drafted by a lead, changed, approved by the head, and then frozen", async () => {
		const lead = await desk.cast("ekc_tech_lead");
		const head = await desk.cast("ekc_head");
		await assert.rejects(desk.perform(catalogueInForce, head, {}), refusedWith("not-found"));
		const draft = await desk.perform(draftCatalogue, lead, { content: exampleCatalogue });
		await assert.rejects(
			desk.perform(draftCatalogue, lead, { content: exampleCatalogue }),
			refusedWith("catalogue-draft-exists"),
		);
		const content = { ...exampleCatalogue, autoCloseDays: 21 };
		const changed = await desk.perform(changeCatalogue, lead, { id: draft.id, version: 1, content });
		await assert.rejects(
			desk.perform(approveCatalogue, lead, { id: draft.id, version: 2 }),
			refusedWith("not-allowed"),
		);
		assert.deepEqual(changed.can.approve, [{ code: "not-allowed" }]);
		await assert.rejects(desk.perform(approveCatalogue, head, { id: draft.id, version: 1 }), refusedWith("stale"));
		const approved = await desk.perform(approveCatalogue, head, { id: draft.id, version: 2 });
		assert.deepEqual([approved.state, approved.inForceFrom], ["inForce", "2026-03-10"]);
		await assert.rejects(
			desk.perform(changeCatalogue, lead, { id: draft.id, version: 3, content }),
			refusedWith("wrong-state"),
		);
		assert.equal((await desk.perform(publicDesk, publicActor, {})).contacts.email, "ekc@gov.si");
	});

	test("a new version supersedes the former, which stays readable; clients see no draft", async () => {
		const lead = await desk.cast("ekc_tech_lead");
		const head = await desk.cast("ekc_head");
		const former = await desk.perform(catalogueInForce, head, {});
		const next = await desk.perform(draftCatalogue, lead, { content: { ...exampleCatalogue, edition: "2026-02" } });
		const service = await desk.perform(createService, head, {
			code: "EOKENCE",
			name: "eOkence",
			organisationId: await desk.organisation("Naročnik"),
			validFrom: "2026-01-01",
		});
		const owner = await desk.cast("service_owner", { serviceId: service.id });
		await assert.rejects(desk.perform(catalogueVersion, owner, { id: next.id }), refusedWith("not-found"));
		await desk.perform(approveCatalogue, head, { id: next.id, version: 1 });
		const versions = await desk.perform(catalogueVersions, owner, {});
		assert.deepEqual(
			versions.rows.map((row) => [row.edition, row.state]),
			[
				["2026-02", "inForce"],
				["2026-01 (izmišljena izdaja za zgled)", "superseded"],
			],
		);
		assert.equal((await desk.perform(catalogueVersion, owner, { id: former.id })).content.autoCloseDays, 21);
	});

	test("an approved text is frozen in the database itself", async () => {
		await assert.rejects(
			desk.database.write((tx) => tx.updateTable("catalogue_version").set({ content: "{}" }).execute()),
		);
	});
});
