import { sql } from "kysely";
import type { AgreementId, ServiceId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/db/tx.ts";
import type { AgreementState } from "./rules/states.ts";
import type { AgreementTerms } from "./rules/terms.ts";

/** A version whose text is frozen, as the rest of the desk works by it. */
export type FrozenAgreement = {
	readonly id: AgreementId;
	readonly serviceId: ServiceId;
	readonly number: number;
	readonly state: AgreementState;
	readonly terms: AgreementTerms;
	readonly contentHash: string;
	readonly signedOn: Temporal.PlainDate | null;
	readonly supportStart: Temporal.PlainDate | null;
	readonly catalogueVersionId: string;
};

/** By content hash: some 12 kB each and never changed again, so read once; the oldest goes when a desk has more in use. */
const frozenTerms = new Map<string, AgreementTerms>();
const FROZEN_MOST = 1000;

function remember(kept: Map<string, AgreementTerms>, key: string, terms: AgreementTerms): void {
	const oldest = kept.keys().next();
	if (kept.size >= FROZEN_MOST && !oldest.done) kept.delete(oldest.value);
	kept.set(key, terms);
}

const frozenRows = (tx: Tx) =>
	tx
		.selectFrom("agreement")
		.select([
			"id",
			"service_id",
			"number",
			"state",
			"content_hash",
			"signed_at",
			"support_start",
			"catalogue_version_id",
		])
		.where("content_hash", "is not", null);
type FrozenRow = Awaited<ReturnType<ReturnType<typeof frozenRows>["executeTakeFirstOrThrow"]>>;

/** The version that supports a service on a day; null when none does. */
export async function agreementInForce(
	tx: Tx,
	serviceId: ServiceId,
	today: Temporal.PlainDate,
): Promise<FrozenAgreement | null> {
	const row = await frozenRows(tx)
		.where("service_id", "=", serviceId)
		.where("state", "in", ["active", "cancelling"])
		.where("support_start", "<=", today)
		.where((eb) => eb.or([eb("support_end", "is", null), eb("support_end", ">", today)]))
		.executeTakeFirst();
	return row ? frozen(tx, row) : null;
}

/** The version a ticket pinned at its hand-over, whatever has become of it since; null for an unknown or unfrozen one. */
export async function agreementById(tx: Tx, id: AgreementId): Promise<FrozenAgreement | null> {
	const row = await frozenRows(tx).where("id", "=", id).executeTakeFirst();
	return row ? frozen(tx, row) : null;
}

/** By id: what a batch of mails asks for each of its tickets. */
const termsOfVersions = new Map<string, AgreementTerms>();

/** The terms of a version that a ticket pinned; frozen, so that they are asked for once and kept. */
export async function pinnedTerms(tx: Tx, id: AgreementId): Promise<AgreementTerms | null> {
	const known = termsOfVersions.get(id);
	if (known) return known;
	const terms = (await agreementById(tx, id))?.terms ?? null;
	if (terms) remember(termsOfVersions, id, terms);
	return terms;
}

/** Every version in force on a day, by the service's name. */
export async function agreementsInForce(tx: Tx, today: Temporal.PlainDate): Promise<FrozenAgreement[]> {
	const rows = await frozenRows(tx)
		.where("state", "in", ["active", "cancelling"])
		.where("support_start", "<=", today)
		.where((eb) => eb.or([eb("support_end", "is", null), eb("support_end", ">", today)]))
		.orderBy(sql`terms -> 'partI' -> 'service' ->> 'name'`)
		.execute();
	const found: FrozenAgreement[] = [];
	for (const row of rows) found.push(await frozen(tx, row));
	return found;
}

async function frozen(tx: Tx, row: FrozenRow): Promise<FrozenAgreement> {
	return {
		id: row.id as AgreementId,
		serviceId: row.service_id as ServiceId,
		number: row.number,
		state: row.state as AgreementState,
		terms: frozenTerms.get(row.content_hash ?? "") ?? (await readTerms(tx, row.id, row.content_hash ?? "")),
		contentHash: row.content_hash ?? "",
		signedOn: row.signed_at,
		supportStart: row.support_start,
		catalogueVersionId: row.catalogue_version_id ?? "",
	};
}

/** Complete by the guard of approval and frozen by the database, so that nothing checks them again. */
async function readTerms(tx: Tx, id: string, contentHash: string): Promise<AgreementTerms> {
	const row = await tx.selectFrom("agreement").select("terms").where("id", "=", id).executeTakeFirstOrThrow();
	const terms = row.terms as AgreementTerms;
	remember(frozenTerms, contentHash, terms);
	return terms;
}
