import { setOfKey, setKeys } from "../rules/terms-values.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { type FormSignature, type FormStory, formId } from "../rules/form-document.ts";
import { signedAt } from "../rules/gates.ts";
import type { Party } from "../rules/states.ts";
import type { Agreement, Signature } from "./situation.ts";

/** What acts have added to the text, in the words of the file. */
export async function formStoryOf(tx: Tx, agreement: Agreement): Promise<FormStory> {
	const { row, situation } = agreement;
	const opened = signedAt(situation.gates);
	const start = row.support_start?.toString() ?? null;
	return {
		id: formId(row.service_code, row.number),
		version: row.number,
		status: row.state,
		supersedes: await formIdOf(tx, row.service_code, row.supersedes),
		supersededBy: await formIdOf(tx, row.service_code, row.superseded_by),
		startGates: {
			signed: { ok: opened !== null, at: opened?.toString() ?? null },
			advisersQualified: Object.fromEntries(setKeys.flatMap((set) => setGate(agreement, set))),
			supportStart: start,
		},
		contactPublication: {
			permittedFrom: start,
			publishedAt: row.published_on?.toString() ?? null,
			urls: row.publication_urls,
		},
		signatures: { provider: signatureOf(agreement, "PROVIDER"), client: signatureOf(agreement, "CLIENT") },
	};
}

/** One supported set's gate; a set without support has none. */
function setGate({ situation, training }: Agreement, set: (typeof setKeys)[number]) {
	const gate = situation.gates.find((one) => one.set === setOfKey(set));
	if (!gate) return [];
	const attested = training[setOfKey(set)];
	const entry = {
		ok: gate.on !== null,
		sessions: attested.sessions.map(String),
		qualifiedAdvisers: gate.qualified ?? 0,
		minimum: gate.minimum ?? 0,
		attestedBy: attested.attestedOn ? (set === "technical" ? "ekc_tech_lead" : "ekc_content_lead") : null,
		at: gate.on?.toString() ?? null,
	};
	return [[set, entry]];
}

/** Printed above the signature lines: the parties by the words of the form (SIG-01, SIG-02). */
const partyWords: Readonly<Record<Party, string>> = {
	PROVIDER: "Enotni kontaktni center državne uprave",
	CLIENT: "Naročnik",
};

function signatureOf({ row, signatures }: Agreement, party: Party): FormSignature | null {
	const placed = signatures.find((one) => one.party === party);
	if (!placed) return null;
	const owner = row.terms.partI?.client?.serviceOwner?.title ?? "lastnik (vodja) storitve";
	return {
		party: partyWords[party],
		role: party === "PROVIDER" ? "vodja EKC" : `${owner} ${row.terms.partI?.service?.name ?? row.service_name}`,
		signer: placed.handle,
		...substitutionOf(placed),
		place: placed.place,
		date: placed.date.toString(),
		documentNumber: placed.documentNumber,
		method: placed.method === "QUALIFIED_E_SIGNATURE" ? "qualified-e-signature" : "wet-ink-scan",
	};
}

function substitutionOf({ substitution }: Signature): Pick<FormSignature, "deputyFor" | "substitution"> {
	if (substitution === null) return {};
	const { forHandle, from, until } = substitution;
	const period = from ? { substitution: { from: from.toString(), until: until?.toString() ?? null } } : {};
	return { deputyFor: forHandle, ...period };
}

async function formIdOf(tx: Tx, code: string, id: string | null): Promise<string | null> {
	if (id === null) return null;
	const { number } = await tx.selectFrom("agreement").select("number").where("id", "=", id).executeTakeFirstOrThrow();
	return formId(code, number);
}
