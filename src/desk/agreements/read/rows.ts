import { type Expression, sql, type SqlBool } from "kysely";
import type { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import { notFound } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { substitutionsOf } from "../../identity/read.ts";
import type { Substitution } from "../../identity/rules/substitution.ts";
import type { AgreementRow as AgreementRowAnswer } from "../contract.ts";
import { type AgreementScope, agreementScope, inForceStates, partsVisible, speaksFor } from "../policy.ts";
import type { AgreementPart, AgreementState } from "../rules/states.ts";
import type { DraftTerms } from "../rules/terms.ts";

export const agreementRows = (tx: Tx) =>
	tx
		.selectFrom("agreement")
		.innerJoin("service", "service.id", "agreement.service_id")
		.selectAll("agreement")
		.select(["service.code as service_code", "service.name as service_name", "service.organisation_id"]);
type Stored = Awaited<ReturnType<ReturnType<typeof agreementRows>["executeTakeFirstOrThrow"]>>;
export type AgreementRow = Omit<Stored, "state" | "terms"> & {
	readonly state: AgreementState;
	readonly terms: DraftTerms;
};

export const asAgreement = (row: Stored): AgreementRow => row as AgreementRow;

/** The scope as a condition on `agreement` joined with `service`; agrees with `partsVisible`. */
export const agreementInScopeSql = (scope: AgreementScope): Expression<SqlBool> => {
	const sights = scope.map((sight) => {
		const prepared = sight.prepared
			? sql<SqlBool>`true`
			: sql<SqlBool>`agreement.state = any(${[...inForceStates]}::text[])`;
		return sql<SqlBool>`(${prepared} and agreement.service_id = coalesce(${sight.serviceId}::uuid, agreement.service_id)
			and service.organisation_id = coalesce(${sight.organisationId}::uuid, service.organisation_id))`;
	});
	return sights.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(sights, sql` or `)})`;
};

export type AgreementInScope = {
	readonly row: AgreementRow;
	readonly parts: readonly AgreementPart[];
	/** The actor's substitutions, asked for only where no office in force speaks for a party. */
	readonly substitutions: readonly Substitution[];
};

/** An agreement in the actor's scope with the parts the actor may see; `not-found` otherwise. `lock` for an act. */
export async function agreementInScope(tx: Tx, actor: Actor, id: string, lock = false): Promise<AgreementInScope> {
	const query = agreementRows(tx).where("agreement.id", "=", id);
	const found = await (lock ? query.forUpdate("agreement") : query).executeTakeFirst();
	const row = found && asAgreement(found);
	const parts = row ? partsVisible(agreementScope(actor), row) : [];
	if (!row || parts.length === 0) throw notFound("agreement");
	const substitutions = speaksFor(actor, row.service_id) === null ? await substitutionsOf(tx, actor) : [];
	return { row, parts, substitutions };
}

export const agreementRowView = (row: AgreementRow): z.input<typeof AgreementRowAnswer> => ({
	id: row.id,
	version: row.version,
	serviceId: row.service_id,
	serviceCode: row.service_code,
	serviceName: row.service_name,
	number: row.number,
	state: row.state,
	signedAt: row.signed_at?.toString() ?? null,
	supportStart: row.support_start?.toString() ?? null,
	supportEnd: row.support_end?.toString() ?? null,
	supersedes: row.supersedes,
	supersededBy: row.superseded_by,
});
