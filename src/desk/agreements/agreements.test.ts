import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parse } from "yaml";
import {
	documentNumberOf,
	parties,
	type Parties,
	readyToSign,
	signature,
	signed,
} from "../../../test/support/agreements.ts";
import { openTestDesk, publicActor, type TestDesk } from "../../../test/support/desk.ts";
import { train, trainAndAttest } from "../../../test/support/training.ts";
import { exampleYaml } from "../../../test/story/example-forms.ts";
import { Refusal } from "../../kernel/refusal.ts";
import attest from "../training/operations/attest.ts";
import approveAgreement from "./operations/approve-agreement.ts";
import changeTerms from "./operations/change-terms.ts";
import createAgreement from "./operations/create-agreement.ts";
import importAgreement from "./operations/import-agreement.ts";
import { publicService, publicServices } from "./operations/public-questions.ts";
import publishContacts from "./operations/publish-contacts.ts";
import { agreement, agreements, completeness, exportAgreement } from "./operations/questions.ts";
import returnAgreement from "./operations/return-agreement.ts";
import signAgreement from "./operations/sign-agreement.ts";
import submitAgreement from "./operations/submit-agreement.ts";
import withdrawAgreement from "./operations/withdraw-agreement.ts";
import { agreementById, agreementInForce } from "./read.ts";

const codesOf = (error: unknown): string[] =>
	error instanceof Refusal ? [error.code, ...error.obstacles.map((obstacle) => obstacle.code)] : [];
const refusedWith =
	(...codes: string[]) =>
	(error: unknown) => {
		const found = codesOf(error);
		assert.ok(
			codes.every((code) => found.includes(code)),
			`${found}`,
		);
		return true;
	};

describe("from a filled form to support", () => {
	let desk: TestDesk;
	let people: Parties;
	before(async () => {
		desk = await openTestDesk({ at: "2026-03-05T09:00+01:00" });
		people = await parties(desk);
	});
	after(() => desk.close());

	test("signed by both and trained, it becomes active by itself; only then is there a public page", async () => {
		const { serviceId, head, owner, advisers } = people;
		const imported = await desk.perform(importAgreement, head, { yaml: exampleYaml("eokence") });
		assert.deepEqual([imported.state, imported.signatures, imported.signedAt], ["draft", [], null]);
		const { id } = imported;
		await desk.perform(submitAgreement, owner, { id, version: 1 });
		await desk.perform(approveAgreement, head, { id, version: 2 });
		const ready = await desk.perform(approveAgreement, owner, { id, version: 3 });
		assert.equal(ready.state, "readyToSign");
		assert.match(ready.contentHash ?? "", /^[0-9a-f]{64}$/);

		const place = { ...signature(desk, { id, version: 4, contentHash: ready.contentHash ?? "" }), date: "2026-03-09" };
		const half = await desk.perform(signAgreement, owner, { ...place, date: "2026-03-05" });
		desk.clock.set("2026-03-10T09:00+01:00");
		assert.deepEqual([half.state, half.can.sign.map((one) => one.code)], ["partlySigned", ["already-signed"]]);
		const whole = await desk.perform(signAgreement, head, { ...place, version: 5 });
		assert.deepEqual([whole.state, whole.signedAt], ["signed", "2026-03-09"]);

		await assert.rejects(desk.perform(publicService, publicActor, { code: "EOKENCE" }), refusedWith("not-found"));
		const custodian = await desk.cast("content_custodian", {
			serviceId,
			organisation: "Naročnik EOKENCE",
			handle: "vsebina-eokence",
		});
		const publication = { id, version: 6, publishedOn: "2026-03-10", urls: ["https://eokence.example.si/pomoc"] };
		await assert.rejects(desk.perform(publishContacts, custodian, publication), refusedWith("wrong-state"));

		await trainAndAttest(desk, serviceId, "TECHNICAL", advisers);
		const lead = await train(desk, serviceId, "CONTENT", advisers);
		const waiting = await desk.perform(agreement, head, { id });
		assert.equal(waiting.state, "signed");
		assert.deepEqual(
			waiting.gates.map((gate) => gate.met),
			[true, true, true, false],
		);
		assert.deepEqual(waiting.gates[3]?.obstacles, [{ code: "not-attested", details: { set: "CONTENT" } }]);
		assert.equal(waiting.gates[3]?.holder.role, "ekc_content_lead");

		await desk.perform(attest, lead, { serviceId, set: "CONTENT" });
		const active = await desk.perform(agreement, head, { id });
		assert.deepEqual([active.state, active.supportStart, active.version], ["active", "2026-03-10", 7]);
		const page = await desk.perform(publicService, publicActor, { code: "EOKENCE" });
		assert.equal(page.contacts.phones[0], "01 478 8590");
		assert.deepEqual(
			(await desk.perform(publicServices, publicActor, {})).rows.map((row) => row.code),
			["EOKENCE"],
		);

		const early = { ...publication, version: 7, publishedOn: "2026-03-09" };
		await assert.rejects(desk.perform(publishContacts, custodian, early), refusedWith("before-support-start"));
		await assert.rejects(
			desk.perform(publishContacts, head, { ...publication, version: 7 }),
			refusedWith("not-allowed"),
		);
		const published = await desk.perform(publishContacts, custodian, { ...publication, version: 7 });
		assert.deepEqual(published.publication, {
			permittedFrom: "2026-03-10",
			publishedOn: "2026-03-10",
			urls: ["https://eokence.example.si/pomoc"],
		});
	});

	test("facts tell the path and mails went to those whose turn it was", async () => {
		const { facts, mails } = await desk.database.read(async (tx) => ({
			facts: await tx
				.selectFrom("fact")
				.select("name")
				.where("aggregate", "=", "agreement")
				.orderBy("ordinal")
				.execute(),
			mails: await tx
				.selectFrom("outbox")
				.select(["purpose", "recipient"])
				.orderBy("queued_at")
				.orderBy("recipient")
				.execute(),
		}));
		assert.deepEqual(
			facts.map((fact) => fact.name),
			[
				"agreement-drafted",
				"agreement-submitted",
				"agreement-approved",
				"agreement-approved",
				"agreement-signed",
				"agreement-signed",
				"agreement-activated",
				"contacts-published",
			],
		);
		const sent = mails.map((mail) => `${mail.purpose} ${mail.recipient}`).toSorted();
		assert.deepEqual(sent, [
			"AGREEMENT_ACTIVATED lastnik-eokence@example.si",
			"OTHER_SIDE_SIGNED ekc-head@example.si",
			"PUBLICATION_PERMITTED tehnika-eokence@example.si",
			"PUBLICATION_PERMITTED vsebina-eokence@example.si",
			"REVIEW_ASKED ekc-head@example.si",
			"REVIEW_ASKED lastnik-eokence@example.si",
			"SIGNATURE_ASKED ekc-head@example.si",
			"SIGNATURE_ASKED lastnik-eokence@example.si",
		]);
	});

	test("the rest of the desk works by its frozen terms", async () => {
		await desk.database.read(async (tx) => {
			const day = Temporal.PlainDate.from("2026-03-10");
			const found = await agreementInForce(tx, people.serviceId, day);
			assert.equal(found?.terms.partI.priorityScheme.kind, "matrix");
			assert.equal(await agreementInForce(tx, people.serviceId, day.subtract({ days: 1 })), null);
			assert.equal((await agreementById(tx, found!.id))?.contentHash, found?.contentHash);
		});
	});

	test("the next version supersedes it in the same instant, and the database itself refuses a second active one", async () => {
		const { head, owner, serviceId } = people;
		const [first] = (await desk.perform(agreements, head, {})).rows;
		const copy = await desk.perform(createAgreement, head, { serviceId, copyOf: first?.id });
		assert.deepEqual([copy.number, copy.supersedes, copy.missing], [2, first?.id, []]);
		await assert.rejects(desk.perform(createAgreement, owner, { serviceId }), refusedWith("version-in-preparation"));
		const { id } = copy;
		await assert.rejects(
			desk.database.write((tx) =>
				tx.updateTable("agreement").set({ active_period: "[2026-03-10T12:00Z,)" }).where("id", "=", id).execute(),
			),
			(error: { constraint?: string }) => error.constraint === "one_active_version",
		);
		await desk.perform(submitAgreement, owner, { id, version: 1 });
		await desk.perform(approveAgreement, head, { id, version: 2 });
		const ready = await desk.perform(approveAgreement, owner, { id, version: 3 });
		desk.clock.forward({ hours: 24 });
		const ink = signature(desk, { id, version: 4, contentHash: ready.contentHash ?? "" });
		await desk.perform(signAgreement, head, ink);
		const active = await desk.perform(signAgreement, owner, { ...ink, version: 5 });
		assert.deepEqual([active.state, active.supportStart], ["active", "2026-03-11"]);
		const former = await desk.perform(agreement, head, { id: first?.id });
		assert.deepEqual([former.state, former.supersededBy, former.supportEnd], ["superseded", id, "2026-03-11"]);
	});

	test("a frozen text is frozen in the database itself", async () => {
		await assert.rejects(
			desk.database.write((tx) =>
				tx.updateTable("agreement").set({ terms: "{}" }).where("state", "=", "active").execute(),
			),
		);
	});
});

describe("what stands against it", () => {
	let desk: TestDesk;
	let people: Parties;
	before(async () => {
		desk = await openTestDesk();
		people = await parties(desk);
	});
	after(() => desk.close());

	test("an incomplete draft says what is missing and under which heading", async () => {
		const { head, serviceId } = people;
		const draft = await desk.perform(createAgreement, head, { serviceId });
		const { id } = draft;
		const { rows } = await desk.perform(completeness, head, { id });
		const town = { ...draft.terms, partI: { ...draft.terms.partI, client: { address: { town: null } } } };
		assert.ok(rows.some((row) => row.at === "partI.client.address.street" && row.clause === "I.6"));
		assert.equal(draft.can.submit.length, draft.missing.filter((one) => one.at?.startsWith("partI.")).length);
		await assert.rejects(desk.perform(submitAgreement, head, { id, version: 1 }), refusedWith("missing"));

		const changed = await desk.perform(changeTerms, head, { id, version: 1, terms: town });
		assert.ok(changed.missing.some((one) => one.at === "partI.client.address.town"));
		await assert.rejects(desk.perform(changeTerms, head, { id, version: 1, terms: town }), refusedWith("stale"));
		const other = { ...town, agreement: { ...town.agreement, code: "DRUGA" } };
		const renamed = await desk.perform(changeTerms, head, { id, version: 2, terms: other });
		assert.ok(renamed.missing.some((one) => one.code === "service-code-differs"));
		const gone = await desk.perform(withdrawAgreement, head, { id, version: 3, comment: "Poskus" });
		assert.deepEqual([gone.state, gone.comments.length], ["withdrawn", 1]);
	});

	test("a form is imported for a known service only, and an alias is no form", async () => {
		const { head } = people;
		const unknown = exampleYaml("eokence").replaceAll("EOKENCE", "NEZNANA");
		await assert.rejects(desk.perform(importAgreement, head, { yaml: unknown }), refusedWith("unknown-service"));
		await assert.rejects(desk.perform(importAgreement, head, { yaml: "a: &x [1]\nb: *x" }), refusedWith("not-yaml"));
		await assert.rejects(desk.perform(importAgreement, head, { yaml: "a: [" }), refusedWith("not-yaml"));
		await assert.rejects(desk.perform(importAgreement, head, { yaml: "a: 1" }), refusedWith("not-an-agreement-form"));
	});

	test("returned with comments, it loses its approvals", async () => {
		const { head, owner } = people;
		const { id } = await desk.perform(importAgreement, owner, { yaml: exampleYaml("eokence") });
		await desk.perform(submitAgreement, owner, { id, version: 1 });
		const once = await desk.perform(approveAgreement, head, { id, version: 2 });
		assert.deepEqual([once.state, once.approvals.length, once.contentHash], ["inReview", 1, null]);
		await assert.rejects(desk.perform(approveAgreement, head, { id, version: 3 }), refusedWith("already-approved"));
		const back = await desk.perform(returnAgreement, owner, { id, version: 3, comment: "Manjka namestnik." });
		assert.deepEqual([back.state, back.approvals.length, back.comments[0]?.text], ["draft", 0, "Manjka namestnik."]);
		await desk.perform(withdrawAgreement, owner, { id, version: 4 });
	});

	test("only holder or deputy signs, on the text that was approved, not tomorrow, once", async () => {
		const { head, owner, serviceId } = people;
		const ready = await readyToSign(desk, people);
		const ink = signature(desk, ready);
		const adviser = await desk.cast("ekc_adviser");
		await assert.rejects(desk.perform(signAgreement, adviser, ink), refusedWith("not-allowed"));
		await assert.rejects(
			desk.perform(signAgreement, head, { ...ink, contentHash: "0".repeat(64) }),
			refusedWith("text-changed"),
		);
		await assert.rejects(
			desk.perform(signAgreement, head, { ...ink, date: "2026-03-11" }),
			refusedWith("date-in-future"),
		);
		await assert.rejects(
			desk.perform(signAgreement, head, { ...ink, date: "2026-03-09" }),
			refusedWith("before-text-frozen"),
		);
		for (const [field, value] of [
			["place", "  "],
			["place", "x".repeat(101)],
			["documentNumber", " "],
			["documentNumber", "1".repeat(61)],
			["date", "2026-02-30"],
		] as const) {
			await assert.rejects(
				desk.perform(signAgreement, head, { ...ink, [field]: value }),
				(error: Refusal) => error.kind === "invalid" && error.obstacles[0]?.at === field,
			);
		}
		await assert.rejects(
			desk.perform(signAgreement, head, { ...ink, file: "a".repeat(64) }),
			refusedWith("unknown-file"),
		);
		const deputy = await desk.cast("service_owner", {
			serviceId,
			organisation: "Naročnik EOKENCE",
			handle: "namestnica",
			deputyFor: "lastnik-eokence",
		});
		const half = await desk.perform(signAgreement, deputy, ink);
		assert.deepEqual(
			[half.signatures[0]?.signerName, half.signatures[0]?.substitution?.forName],
			["Oseba namestnica", "Oseba lastnik-eokence"],
		);
		await assert.rejects(desk.perform(signAgreement, owner, { ...ink, version: 5 }), refusedWith("already-signed"));
		const form = parse((await desk.perform(exportAgreement, owner, { id: ready.id })).yaml);
		assert.equal(form.signatures.client.deputyFor, "lastnik-eokence");
		assert.equal(form.agreement.status, "partlySigned");
	});

	test("a number of either party finds it", async () => {
		const [one] = (await desk.perform(agreements, people.head, { state: "partlySigned" })).rows;
		const documentNumber = documentNumberOf(one!.id);
		const found = await desk.perform(agreements, people.head, { documentNumber: ` ${documentNumber} ` });
		assert.equal(found.rows.length, 1);
		assert.equal((await desk.perform(agreements, people.head, { documentNumber: "000-9/2026/9" })).rows.length, 0);
	});

	test("a party's document number is of one service's agreement; the other party's office counts by itself (A-21)", async () => {
		const [first] = (await desk.perform(agreements, people.head, { state: "partlySigned" })).rows;
		const numberOfClient = documentNumberOf(first!.id);
		const others = await parties(desk, "eprireditev");
		const ready = await readyToSign(desk, others, "eprireditev");
		const ink = { ...signature(desk, ready), documentNumber: numberOfClient };
		const half = await desk.perform(signAgreement, people.head, { ...ink, place: "  Ljubljana " });
		assert.deepEqual([half.state, half.signatures[0]?.place], ["partlySigned", "Ljubljana"]);
		await desk.perform(signAgreement, others.owner, { ...ink, version: half.version });
		await assert.rejects(
			desk.perform(signAgreement, people.head, {
				...signature(desk, {
					id: first!.id,
					version: first!.version,
					contentHash: (await desk.perform(agreement, people.head, { id: first!.id })).contentHash ?? "",
				}),
				documentNumber: numberOfClient,
			}),
			refusedWith("document-number-taken"),
		);
	});

	test("without a lead nothing becomes active; the new lead lets it go on (A-17)", async () => {
		const other = await openTestDesk();
		try {
			const team = await parties(other);
			const { id } = await signed(other, team);
			await other.database.write((tx) =>
				tx
					.updateTable("role_holding")
					.set({ valid_until: Temporal.PlainDate.from("2026-03-10") })
					.where("role", "=", "ekc_head")
					.execute(),
			);
			await trainAndAttest(other, team.serviceId, "TECHNICAL", team.advisers);
			await trainAndAttest(other, team.serviceId, "CONTENT", team.advisers);
			const waiting = await other.perform(agreement, team.owner, { id });
			assert.equal(waiting.state, "signed");
			assert.equal(waiting.gates[0]?.holder.name, null);
			await other.cast("ekc_head", { handle: "nova-vodja", validFrom: "2026-03-10" });
			assert.equal((await other.perform(agreement, team.owner, { id })).state, "active");
		} finally {
			await other.close();
		}
	});
});
