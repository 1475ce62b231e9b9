import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { exampleForm, exampleYaml } from "../../../test/story/example-forms.ts";
import { parties } from "../../../test/support/agreements.ts";
import { openTestDesk, type TestDesk } from "../../../test/support/desk.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import type { ServiceId } from "../../kernel/id.ts";
import attest from "../training/operations/attest.ts";
import evaluateSession from "../training/operations/evaluate-session.ts";
import holdSession from "../training/operations/hold-session.ts";
import planSession from "../training/operations/plan-session.ts";
import requestSession from "../training/operations/request-session.ts";
import approveAgreement from "./operations/approve-agreement.ts";
import importAgreement from "./operations/import-agreement.ts";
import publishContacts from "./operations/publish-contacts.ts";
import { exportAgreement } from "./operations/questions.ts";
import signAgreement from "./operations/sign-agreement.ts";
import submitAgreement from "./operations/submit-agreement.ts";
import { type FormSignature, readForm } from "./rules/form-document.ts";

/** Plays what a form says has happened to it, on its own days, and gives the form as the desk then writes it. */
async function played(desk: TestDesk, name: "eokence" | "eprireditev"): Promise<unknown> {
	const { story } = readForm(exampleForm(name));
	assert.ok(story?.signatures.provider && story.signatures.client);
	const { provider, client } = story.signatures;
	const { serviceId } = await parties(desk, name);
	const lea = await desk.cast("ekc_head", { handle: provider.signer, deputyFor: "ekc-head" });
	const owner = await desk.cast("service_owner", {
		handle: client.signer,
		serviceId,
		organisation: `Naročnik ${name.toUpperCase()}`,
		deputyFor: `lastnik-${name}`,
	});
	desk.clock.set("2026-02-06T09:00+01:00");
	const { id } = await desk.perform(importAgreement, owner, { yaml: exampleYaml(name) });
	await desk.perform(submitAgreement, owner, { id, version: 1 });
	await desk.perform(approveAgreement, lea, { id, version: 2 });
	const { contentHash } = await desk.perform(approveAgreement, owner, { id, version: 3 });

	const sign = async (actor: PersonActor, version: number, { place, date, documentNumber, method }: FormSignature) => {
		desk.clock.set(`${date}T10:00+01:00`);
		const words = { place, date, documentNumber, method: method.replaceAll("-", "_").toUpperCase() };
		await desk.perform(signAgreement, actor, { id, version, contentHash, ...words });
	};
	const both = [
		{ ...provider, actor: lea },
		{ ...client, actor: owner },
	].toSorted((a, b) => a.date.localeCompare(b.date));
	for (const [index, { actor, ...one }] of both.entries()) await sign(actor, 4 + index, one);

	const { technical, content } = story.startGates.advisersQualified;
	for (const [set, gate] of [
		["TECHNICAL", technical],
		["CONTENT", content],
	] as const) {
		if (gate) await trainOn(desk, serviceId, set, gate.sessions[0] ?? "", gate.qualifiedAdvisers);
	}
	for (const [set, gate] of [
		["TECHNICAL", technical],
		["CONTENT", content],
	] as const) {
		desk.clock.set(`${gate?.at}T12:00+01:00`);
		await desk.perform(attest, await leadOf(desk, set), { serviceId, set });
	}
	const { publishedAt, urls } = story.contactPublication;
	desk.clock.set(`${publishedAt}T15:00+01:00`);
	await desk.perform(publishContacts, owner, { id, version: 7, publishedOn: publishedAt, urls });
	return parse((await desk.perform(exportAgreement, lea, { id })).yaml);
}

const leadOf = (desk: TestDesk, set: string) => desk.cast(set === "TECHNICAL" ? "ekc_tech_lead" : "ekc_content_lead");

async function trainOn(desk: TestDesk, serviceId: ServiceId, set: "TECHNICAL" | "CONTENT", day: string, count: number) {
	desk.clock.set(`${day}T13:00+01:00`);
	const heldAt = `${day}T08:00:00Z`;
	const lead = await leadOf(desk, set);
	const advisers: string[] = [];
	for (let index = 0; index < count; index += 1) {
		advisers.push((await desk.cast("ekc_adviser", { handle: `svetovalec-${index}` })).personId);
	}
	const { id } = await desk.perform(requestSession, lead, { serviceId, set, reason: "agreement" });
	await desk.perform(planSession, lead, { id, version: 1, plannedFor: heldAt, place: "EKC" });
	await desk.perform(holdSession, lead, { id, version: 2, heldAt, attended: advisers });
	await desk.perform(evaluateSession, lead, { id, version: 3, qualified: advisers });
}

for (const name of ["eokence", "eprireditev"] as const) {
	test(`${name}: after its story the export is the file itself, but for the substitution that signed it here`, async () => {
		const desk = await openTestDesk({ at: "2026-02-01T09:00+01:00" });
		try {
			const form = (await played(desk, name)) as { signatures: Record<string, FormSignature> };
			for (const one of Object.values(form.signatures)) {
				assert.deepEqual(one.substitution, { from: "2026-01-01", until: null });
				delete one.deputyFor;
				delete one.substitution;
			}
			assert.deepEqual(form, exampleForm(name));
		} finally {
			await desk.close();
		}
	});
}
