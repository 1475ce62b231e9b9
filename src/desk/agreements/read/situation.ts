import type { Role } from "../../../kernel/actor.ts";
import type { PersonId, ServiceId } from "../../../kernel/id.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { catalogueInForce } from "../../catalogue/read.ts";
import { type Holder, holdersOf } from "../../identity/read.ts";
import { gateTwo } from "../../training/read.ts";
import type { GateTwo } from "../../training/rules/gate-two.ts";
import { missingFields } from "../rules/completeness.ts";
import { gatesOf } from "../rules/gates.ts";
import type { Situation } from "../rules/life-cycle.ts";
import type { Party, SignatureMethod } from "../rules/states.ts";
import type { AgreementInScope, AgreementRow } from "./rows.ts";

/** A substitution as it was recorded with an act. */
export type Recorded = {
	readonly forName: string;
	readonly from: Temporal.PlainDate | null;
	readonly until: Temporal.PlainDate | null;
};
type RecordedColumns = {
	for_name: string | null;
	substitution_from: Temporal.PlainDate | null;
	substitution_until: Temporal.PlainDate | null;
};
export const recorded = (row: RecordedColumns): Recorded => ({
	forName: row.for_name ?? "",
	from: row.substitution_from,
	until: row.substitution_until,
});

/** A signature as it was placed, with the words that name its people. */
export type Signature = {
	readonly party: Party;
	readonly personId: PersonId;
	readonly handle: string;
	readonly name: string;
	readonly substitution: (Recorded & { readonly forHandle: string }) | null;
	readonly place: string;
	readonly date: Temporal.PlainDate;
	readonly documentNumber: string;
	readonly method: SignatureMethod;
	readonly contentHash: string;
	readonly file: string | null;
	readonly placedAt: Temporal.Instant;
};

/** An agreement with everything its guards and its answer need, gathered once. */
export type Agreement = AgreementInScope & {
	readonly signatures: readonly Signature[];
	readonly training: GateTwo;
	/** Who holds the offices on which the next steps wait; null = nobody today. */
	readonly holders: Readonly<Record<GateRole, Holder | null>>;
	readonly catalogueId: string | null;
	readonly situation: Situation;
	readonly today: Temporal.PlainDate;
};

/** These have to have a holder before anything becomes active. */
export const neededOffices = ["ekc_head", "ekc_tech_lead", "ekc_content_lead"] as const;
/** The offices a gate may wait for. */
export type GateRole = (typeof neededOffices)[number] | "service_owner";

export async function gathered(tx: Tx, found: AgreementInScope, today: Temporal.PlainDate): Promise<Agreement> {
	const { row } = found;
	const signatures = await signaturesOf(tx, row.id);
	// After activation the gate is what it was then, whatever training has done since.
	const training = row.gate_two ? revived(row.gate_two) : await gateTwo(tx, row.service_id, today);
	const holders = await holdersToday(tx, row.service_id as ServiceId, today);
	const catalogue = await catalogueInForce(tx);
	const approvals = await approvalsOf(tx, row.id);
	const situation: Situation = {
		state: row.state,
		missing: missingOf(row),
		vacantOffices: neededOffices.filter((role) => holders[role] === null),
		catalogueEdition: catalogue?.content.edition ?? null,
		acknowledgedEdition: row.terms.agreement?.catalogue?.version ?? null,
		approvals,
		signatures: signatures.map(({ party, personId }) => ({ party, personId })),
		contentHash: row.content_hash,
		frozenOn: row.content_hash === null ? null : (approvals.at(-1)?.on ?? null),
		gates: gatesOf(row.terms, signatures, training),
		otherActive: await otherActive(tx, row),
	};
	return { ...found, signatures, training, holders, catalogueId: catalogue?.id ?? null, situation, today };
}

/** A frozen text was complete when it was frozen. */
function missingOf(row: AgreementRow): Obstacle[] {
	if (row.content_hash !== null) return [];
	const code = row.terms.agreement?.code;
	const differs =
		code && code !== row.service_code
			? [{ code: "service-code-differs", at: "agreement.code", details: { service: row.service_code } }]
			: [];
	return [...missingFields(row.terms), ...differs];
}

async function holdersToday(tx: Tx, serviceId: ServiceId, today: Temporal.PlainDate): Promise<Agreement["holders"]> {
	const current = async (role: Role) => {
		const [first] = await holdersOf(tx, role, today, role === "service_owner" ? { serviceId } : {});
		return first && !first.isDeputy ? first : null;
	};
	return {
		ekc_head: await current("ekc_head"),
		ekc_tech_lead: await current("ekc_tech_lead"),
		ekc_content_lead: await current("ekc_content_lead"),
		service_owner: await current("service_owner"),
	};
}

async function approvalsOf(tx: Tx, id: string) {
	const rows = await tx
		.selectFrom("agreement_approval")
		.select(["party", "person_id", "at"])
		.where("agreement_id", "=", id)
		.orderBy("at")
		.execute();
	return rows.map((row) => ({ party: row.party as Party, personId: row.person_id, on: dayOf(row.at) }));
}

async function signaturesOf(tx: Tx, id: string): Promise<Signature[]> {
	const rows = await tx
		.selectFrom("agreement_signature")
		.innerJoin("person", "person.id", "agreement_signature.person_id")
		.leftJoin("person as substituted", "substituted.id", "agreement_signature.deputy_for")
		.selectAll("agreement_signature")
		.select(["person.handle", "person.name", "substituted.handle as for_handle", "substituted.name as for_name"])
		.where("agreement_id", "=", id)
		.orderBy("placed_at")
		.execute();
	return rows.map((row) => ({
		party: row.party as Party,
		personId: row.person_id as PersonId,
		handle: row.handle,
		name: row.name,
		substitution: row.for_handle === null ? null : { ...recorded(row), forHandle: row.for_handle },
		place: row.place,
		date: row.date,
		documentNumber: row.document_number,
		method: row.method as SignatureMethod,
		contentHash: row.content_hash,
		file: row.file,
		placedAt: row.placed_at,
	}));
}

async function otherActive(tx: Tx, row: AgreementRow): Promise<string | null> {
	const other = await tx
		.selectFrom("agreement")
		.select(["id", "state"])
		.where("service_id", "=", row.service_id)
		.where("state", "in", ["active", "cancelling"])
		.where("id", "<>", row.id)
		.executeTakeFirst();
	const isFormer = other?.id === row.supersedes && other?.state === "active";
	return other && !isFormer ? other.id : null;
}

type Kept = {
	sessions: string[];
	qualified: { personId: PersonId; since: string }[];
	attestedOn: string | null;
	attestedBy: PersonId | null;
};

/** Gate 2 as JSON keeps it: days as text. */
function revived(kept: unknown): GateTwo {
	const both = kept as Record<keyof GateTwo, Kept>;
	const day = (text: string) => Temporal.PlainDate.from(text);
	const of = (set: Kept) => ({
		sessions: set.sessions.map(day),
		qualified: set.qualified.map(({ personId, since }) => ({ personId, since: day(since) })),
		attestedOn: set.attestedOn === null ? null : day(set.attestedOn),
		attestedBy: set.attestedBy,
	});
	return { TECHNICAL: of(both.TECHNICAL), CONTENT: of(both.CONTENT) };
}
