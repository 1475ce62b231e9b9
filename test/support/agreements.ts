import type { PersonActor } from "../../src/kernel/actor.ts";
import type { AgreementId, ServiceId } from "../../src/kernel/id.ts";
import approveAgreement from "../../src/desk/agreements/operations/approve-agreement.ts";
import importAgreement from "../../src/desk/agreements/operations/import-agreement.ts";
import signAgreement from "../../src/desk/agreements/operations/sign-agreement.ts";
import submitAgreement from "../../src/desk/agreements/operations/submit-agreement.ts";
import approveCatalogue from "../../src/desk/catalogue/operations/approve-catalogue.ts";
import createService from "../../src/desk/catalogue/operations/create-service.ts";
import draftCatalogue from "../../src/desk/catalogue/operations/draft-catalogue.ts";
import { exampleYaml } from "../story/example-forms.ts";
import { exampleCatalogue } from "./catalogue.ts";
import type { TestDesk } from "./desk.ts";
import { trainAndAttest } from "./training.ts";

/** The offices on which an agreement of one service waits, and two advisers. */
export type Parties = {
	readonly serviceId: ServiceId;
	readonly head: PersonActor;
	readonly owner: PersonActor;
	readonly advisers: readonly PersonActor[];
};

const codes = { eokence: "EOKENCE", eprireditev: "EPRIREDITEV" } as const;
export type ExampleName = keyof typeof codes;

/** A desk with the example catalogue in force, the offices of the contact centre held, and one example's service and client. */
export async function parties(desk: TestDesk, name: ExampleName = "eokence"): Promise<Parties> {
	const head = await desk.cast("ekc_head");
	const lead = await desk.cast("ekc_tech_lead");
	await desk.cast("ekc_content_lead");
	const draft = await desk.perform(draftCatalogue, lead, { content: exampleCatalogue }).catch(() => null);
	if (draft?.number === 1) await desk.perform(approveCatalogue, head, { id: draft.id, version: 1 });
	const organisation = `Naročnik ${codes[name]}`;
	const service = await desk.perform(createService, head, {
		code: codes[name],
		name: name === "eokence" ? "eOkence" : "ePrireditev",
		organisationId: await desk.organisation(organisation),
		validFrom: "2026-01-01",
	});
	const serviceId = service.id;
	const owner = await desk.cast("service_owner", { serviceId, organisation, handle: `lastnik-${name}` });
	await desk.cast("content_custodian", { serviceId, organisation, handle: `vsebina-${name}` });
	await desk.cast("technical_custodian", { serviceId, organisation, handle: `tehnika-${name}` });
	const advisers = [
		await desk.cast("ekc_adviser", { handle: "maja" }),
		await desk.cast("ekc_adviser", { handle: "luka" }),
	];
	return { serviceId, head, owner, advisers };
}

/** An example imported, submitted and approved by both sides: its text is frozen. Gives its id, version and hash. */
export async function readyToSign(desk: TestDesk, { head, owner }: Parties, name: ExampleName = "eokence") {
	const draft = await desk.perform(importAgreement, head, { yaml: exampleYaml(name) });
	const { id } = draft;
	await desk.perform(submitAgreement, owner, { id, version: 1 });
	await desk.perform(approveAgreement, head, { id, version: 2 });
	const ready = await desk.perform(approveAgreement, owner, { id, version: 3 });
	return { id, version: ready.version, contentHash: ready.contentHash ?? "" };
}

/** Each agreement is a document of its own. */
const numbers = new Map<AgreementId, string>();
export function documentNumberOf(id: AgreementId): string {
	const known = numbers.get(id) ?? `000-${numbers.size + 1}/2026/1`;
	numbers.set(id, known);
	return known;
}

/** One side's signature, placed today. */
export const signature = (desk: TestDesk, ready: { id: AgreementId; version: number; contentHash: string }) => ({
	...ready,
	place: "Ljubljana",
	date: desk.clock.now().toZonedDateTimeISO("Europe/Ljubljana").toPlainDate().toString(),
	documentNumber: documentNumberOf(ready.id),
	method: "QUALIFIED_E_SIGNATURE",
});

/** Both signatures: gate 1 is open, the advisers are still to be trained. */
export async function signed(desk: TestDesk, people: Parties, name: ExampleName = "eokence") {
	const ready = await readyToSign(desk, people, name);
	const first = await desk.perform(signAgreement, people.head, signature(desk, ready));
	return desk.perform(signAgreement, people.owner, signature(desk, { ...ready, version: first.version }));
}

/** An example agreement in force, with everything before it done through operations. */
export async function activeAgreement(
	desk: TestDesk,
	name: ExampleName = "eokence",
): Promise<Parties & { id: AgreementId }> {
	const people = await parties(desk, name);
	const { id } = await signed(desk, people, name);
	await trainAndAttest(desk, people.serviceId, "TECHNICAL", people.advisers);
	await trainAndAttest(desk, people.serviceId, "CONTENT", people.advisers);
	return { ...people, id };
}
