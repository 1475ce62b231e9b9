import canonicalize from "canonicalize";
import type { UpdateObject } from "kysely";
import type { Holding } from "../../kernel/actor.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { refuseStale, refusing } from "../../platform/db/stale.ts";
import { type DB, json } from "../../platform/db/tx.ts";
import { sha256 } from "../../platform/files/file-store.ts";
import type { Context } from "../../platform/operation.ts";
import { serviceByCode, type ServiceRow } from "../catalogue/read.ts";
import { agreementDrafted } from "./facts.ts";
import { agreementScope, partsVisible, speaksFor } from "./policy.ts";
import { agreementInScope, type AgreementRow } from "./read/rows.ts";
import { type Agreement, gathered } from "./read/situation.ts";
import { agreementView } from "./read/view.ts";
import type { DraftTerms } from "./rules/terms.ts";

/** What a signature is about: SHA-256 over the RFC 8785 form of the terms and the template's revision, in hex. */
export const contentHashOf = (terms: DraftTerms, templateRevision: string): string =>
	sha256(new TextEncoder().encode(canonicalize({ templateRevision, terms })));

/** An agreement for an act: locked, in scope, at the version its actor saw (`stale` otherwise), with what its guards ask. */
export async function agreementForAct(context: Context, input: { id: string; version: number }): Promise<Agreement> {
	const { tx, actor, today } = context;
	const found = await agreementInScope(tx, actor, input.id, true);
	await refuseStale(tx, "agreement", found.row.id, input.version, found.row.version);
	return gathered(tx, found, today);
}

/** Writes the change of one act and gives the version the agreement has after it. */
export async function writeAgreement(
	{ tx }: Context,
	row: Pick<AgreementRow, "id" | "version">,
	change: Omit<UpdateObject<DB, "agreement">, "id" | "version">,
): Promise<number> {
	const version = row.version + 1;
	await tx
		.updateTable("agreement")
		.set({ ...change, version })
		.where("id", "=", row.id)
		.execute();
	return version;
}

/** The agreement as it is after the act, for its actor. */
export async function answerWith({ tx, actor, today }: Context, id: string) {
	return agreementView(tx, actor, await gathered(tx, await agreementInScope(tx, actor, id), today));
}

/** Enters a draft as the service's next version; it will supersede the one in force now, if there is one. */
export async function writeDraft(
	context: Context,
	service: { readonly id: string },
	terms: DraftTerms,
	origin: "template" | "copy" | "import",
): Promise<string> {
	const { tx, now } = context;
	const versions = await tx
		.selectFrom("agreement")
		.select(["id", "number", "state"])
		.where("service_id", "=", service.id)
		.orderBy("number")
		.execute();
	const number = (versions.at(-1)?.number ?? 0) + 1;
	const supersedes = versions.find((one) => one.state === "active")?.id ?? null;
	const id = context.newId();
	const taken = {
		one_version_in_preparation: "version-in-preparation",
		agreement_number_unique: "version-in-preparation",
	};
	await refusing(taken, () =>
		tx
			.insertInto("agreement")
			.values({
				id,
				version: 1,
				service_id: service.id,
				number,
				state: "draft",
				terms: json(terms),
				template_revision: terms.agreement?.template?.revision ?? "v1",
				supersedes,
				created_at: now,
			})
			.execute(),
	);
	context.record(agreementDrafted.of(id, 1, { serviceId: service.id, number, origin, supersedes }));
	return id;
}

/** The service a form is about, if the actor may prepare its agreements; an unknown code and a foreign one answer alike. */
export async function serviceOfForm(context: Context, code: string | null | undefined): Promise<ServiceRow> {
	const service = code ? await serviceByCode(context.tx, code) : null;
	const draft = service && { service_id: service.id, organisation_id: service.organisation_id, state: "draft" };
	if (!draft || partsVisible(agreementScope(context.actor), draft).length === 0) {
		throw new Refusal("invalid", "unknown-service", { obstacles: [{ code: "unknown-service", at: "agreement.code" }] });
	}
	return service;
}

/** The person acting for a party, as its right has already found; a fault when there is none. */
export function actingPerson({ actor }: Context, serviceId: string) {
	const speaks = speaksFor(actor, serviceId);
	if (!speaks || actor.kind !== "person") throw new Error("an act of a party by nobody who speaks for it");
	return { ...speaks, personId: actor.personId };
}

/** Whom the acting person stood in for and when, as it is recorded now (§2.2, rule 4); nothing for the holder. */
export const substitutionColumns = ({ deputyFor, from, until }: Holding) =>
	deputyFor === null ? {} : { deputy_for: deputyFor, substitution_from: from, substitution_until: until };

/** Keeps what was said with an act; the words stand here and never in its fact. */
export async function writeComment(
	context: Context,
	agreementId: string,
	personId: string,
	text: string,
): Promise<void> {
	const { tx, now } = context;
	await tx
		.insertInto("agreement_comment")
		.values({ id: context.newId(), agreement_id: agreementId, person_id: personId, at: now, text })
		.execute();
}
