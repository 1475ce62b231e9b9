import type { z } from "zod";
import { type Actor } from "../../../kernel/actor.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import type { AgreementView, GateView, SignatureView } from "../contract.ts";
import { mayActForParty, mayChange, mayPublish, speaksFor } from "../policy.ts";
import type { Gate } from "../rules/gates.ts";
import { type Doing, type Move, obstaclesTo } from "../rules/life-cycle.ts";
import { cutTo } from "../rules/parts.ts";
import { agreementRowView } from "./rows.ts";
import { type Agreement, type GateRole, type Recorded, recorded, type Signature } from "./situation.ts";

/** The answer about one agreement: what of it the actor may see, and what the actor may do next and why not. */
export async function agreementView(
	tx: Tx,
	actor: Actor,
	agreement: Agreement,
): Promise<z.input<typeof AgreementView>> {
	const { row, parts, situation, signatures } = agreement;
	const isWhole = parts.includes("WHOLE");
	const seesGates = isWhole || parts.includes("TRAINING");
	return {
		...agreementRowView(row),
		parts: [...parts],
		terms: cutTo(parts, row.terms),
		templateRevision: row.template_revision,
		contentHash: isWhole ? row.content_hash : null,
		catalogueVersionId: isWhole ? row.catalogue_version_id : null,
		missing: isWhole ? situation.missing : [],
		approvals: isWhole ? await approvals(tx, row.id) : [],
		signatures: isWhole ? signatures.map(signatureView) : [],
		comments: isWhole ? await comments(tx, row.id) : [],
		gates: seesGates ? situation.gates.map((gate) => gateView(gate, agreement)) : [],
		waitsFor: isWhole && row.state === "signed" ? obstaclesTo("activate", { ...situation, gates: [] }) : [],
		publication: publicationOf(row),
		can: rightsOf(actor, agreement),
	};
}

const publicationOf = (row: Agreement["row"]) => ({
	permittedFrom: row.support_start?.toString() ?? null,
	publishedOn: row.published_on?.toString() ?? null,
	urls: row.publication_urls,
});

/** What stands against each act for this actor: first the right, then the guards of SM-1. */
function rightsOf(actor: Actor, agreement: Agreement): z.input<typeof AgreementView>["can"] {
	const { row, situation } = agreement;
	const doing = doingOf(actor, row.service_id);
	const can = (right: readonly Obstacle[], move: Move) => [...right, ...obstaclesTo(move, situation, doing)];
	const ofParty = mayActForParty(actor, agreement);
	return {
		change: can(mayChange(actor, row.service_id), "change"),
		submit: can(ofParty, "submit"),
		returnWithComments: can(ofParty, "return"),
		approve: can(ofParty, "approve"),
		sign: can(ofParty, "sign"),
		withdraw: can(ofParty, "withdraw"),
		publishContacts: can(mayPublish(actor, row.service_id), "publishContacts"),
	};
}

/** Who acts for which party, as the guards ask it. */
export function doingOf(actor: Actor, serviceId: string): Doing {
	const speaks = speaksFor(actor, serviceId);
	return speaks && actor.kind === "person"
		? { party: speaks.party, personId: actor.personId, office: speaks.office }
		: {};
}

const roleOf = (gate: Gate): GateRole => {
	if (gate.gate === 1) return gate.party === "PROVIDER" ? "ekc_head" : "service_owner";
	return gate.set === "TECHNICAL" ? "ekc_tech_lead" : "ekc_content_lead";
};

function gateView(gate: Gate, { holders }: Agreement): z.input<typeof GateView> {
	const role = roleOf(gate);
	return {
		...gate,
		met: gate.on !== null,
		on: gate.on?.toString() ?? null,
		holder: { role, name: holders[role]?.name ?? null },
	};
}

const substitutionView = (substitution: Recorded | null) =>
	substitution && {
		forName: substitution.forName,
		from: substitution.from?.toString() ?? null,
		until: substitution.until?.toString() ?? null,
	};

const signatureView = (signature: Signature): z.input<typeof SignatureView> => ({
	party: signature.party,
	signerName: signature.name,
	substitution: substitutionView(signature.substitution),
	place: signature.place,
	date: signature.date.toString(),
	documentNumber: signature.documentNumber,
	method: signature.method,
	contentHash: signature.contentHash,
	file: signature.file,
	placedAt: signature.placedAt.toString(),
});

async function approvals(tx: Tx, id: string): Promise<z.input<typeof AgreementView>["approvals"]> {
	const rows = await tx
		.selectFrom("agreement_approval")
		.innerJoin("person", "person.id", "agreement_approval.person_id")
		.leftJoin("person as substituted", "substituted.id", "agreement_approval.deputy_for")
		.select(["party", "person.name", "at", "substituted.name as for_name", "substitution_from", "substitution_until"])
		.where("agreement_id", "=", id)
		.orderBy("at")
		.execute();
	return rows.map((row) => ({
		party: row.party as "PROVIDER" | "CLIENT",
		name: row.name,
		substitution: row.for_name === null ? null : substitutionView(recorded(row)),
		at: row.at.toString(),
	}));
}

async function comments(tx: Tx, id: string): Promise<z.input<typeof AgreementView>["comments"]> {
	const rows = await tx
		.selectFrom("agreement_comment")
		.innerJoin("person", "person.id", "agreement_comment.person_id")
		.select(["person.name", "at", "text"])
		.where("agreement_id", "=", id)
		.orderBy("at")
		.execute();
	return rows.map((row) => ({ name: row.name, at: row.at.toString(), text: row.text }));
}
