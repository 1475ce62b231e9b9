import { type Expression, sql, type SqlBool } from "kysely";
import type { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import type { ServiceId } from "../../kernel/id.ts";
import { notFound } from "../../kernel/refusal.ts";
import { keptByEdition } from "../../platform/db/editions.ts";
import type { Tx } from "../../platform/db/tx.ts";
import type { CatalogueVersionId, CatalogueVersionRow, CatalogueVersionView, ServiceView } from "./contract.ts";
import {
	mayApproveCatalogue,
	mayDraftCatalogue,
	mayKeepServices,
	seesCatalogueDrafts,
	type ServiceScope,
	serviceScope,
	serviceVisible,
} from "./policy.ts";
import type { CatalogueContent } from "./rules/catalogue-content.ts";
import { type CatalogueState, obstaclesToChange } from "./rules/catalogue-versions.ts";

export const serviceRows = (tx: Tx) =>
	tx
		.selectFrom("service")
		.innerJoin("organisation", "organisation.id", "service.organisation_id")
		.selectAll("service")
		.select("organisation.name as organisation_name");
export type ServiceRow = Awaited<ReturnType<ReturnType<typeof serviceRows>["executeTakeFirstOrThrow"]>>;

/** The scope as a condition on `service`; agrees with `serviceVisible`. */
export const serviceInScopeSql = (scope: ServiceScope): Expression<SqlBool> => {
	if (scope.kind === "all") return sql<SqlBool>`true`;
	if (scope.kind === "none") return sql<SqlBool>`false`;
	return sql<SqlBool>`(service.id = any(${[...scope.services]}::uuid[])
		or service.organisation_id = any(${[...scope.organisations]}::uuid[]))`;
};

/** A service in the actor's scope; `not-found` otherwise. */
export async function serviceInScope(tx: Tx, actor: Actor, id: ServiceId): Promise<ServiceRow> {
	const row = await serviceRows(tx).where("service.id", "=", id).executeTakeFirst();
	if (!row || !serviceVisible(serviceScope(actor), row)) throw notFound("service");
	return row;
}

/** A service by its code, whoever asks; null when there is none. */
export const serviceByCode = async (tx: Tx, code: string): Promise<ServiceRow | null> =>
	(await serviceRows(tx).where("service.code", "=", code).executeTakeFirst()) ?? null;

export const serviceById = async (tx: Tx, id: string): Promise<ServiceRow | null> =>
	(await serviceRows(tx).where("service.id", "=", id).executeTakeFirst()) ?? null;

export const serviceView = (row: ServiceRow, actor: Actor): z.input<typeof ServiceView> => ({
	id: row.id,
	version: row.version,
	code: row.code,
	name: row.name,
	organisationId: row.organisation_id,
	organisationName: row.organisation_name,
	validFrom: row.valid_from.toString(),
	validUntil: row.valid_until?.toString() ?? null,
	can: { change: mayKeepServices(actor) },
});

export const catalogueRows = (tx: Tx) =>
	tx
		.selectFrom("catalogue_version")
		.leftJoin("person", "person.id", "catalogue_version.approved_by")
		.selectAll("catalogue_version")
		.select("person.name as approved_by_name");
export type CatalogueRow = Awaited<ReturnType<ReturnType<typeof catalogueRows>["executeTakeFirstOrThrow"]>>;

/** An edition of the catalogue as others use it; its content never changes. */
export type Catalogue = {
	readonly id: CatalogueVersionId;
	readonly number: number;
	readonly inForceFrom: Temporal.PlainDate | null;
	readonly content: CatalogueContent;
};

const asCatalogue = (row: {
	id: string;
	number: number;
	in_force_from: Temporal.PlainDate | null;
	content: unknown;
}): Catalogue => ({
	id: row.id as CatalogueVersionId,
	number: row.number,
	inForceFrom: row.in_force_from,
	content: row.content as CatalogueContent,
});

/** The catalogue in force, null before the first approval. */
export const catalogueInForce = keptByEdition("catalogue_version", async (tx): Promise<Catalogue | null> => {
	const row = await tx
		.selectFrom("catalogue_version")
		.select(["id", "number", "in_force_from", "content"])
		.where("state", "=", "inForce")
		.executeTakeFirst();
	return row ? asCatalogue(row) : null;
});

/** The version an agreement pinned; a fault when it does not exist, because the reference is kept by the database. */
export const catalogueById = async (tx: Tx, id: string): Promise<Catalogue> =>
	asCatalogue(
		await tx
			.selectFrom("catalogue_version")
			.select(["id", "number", "in_force_from", "content"])
			.where("id", "=", id)
			.executeTakeFirstOrThrow(),
	);

/** A version the actor may see; `not-found` otherwise. */
export async function catalogueVersionInScope(tx: Tx, actor: Actor, id: string): Promise<CatalogueRow> {
	const row = await catalogueRows(tx).where("catalogue_version.id", "=", id).executeTakeFirst();
	if (!row || (row.state === "draft" && !seesCatalogueDrafts(actor))) throw notFound("catalogue-version");
	return row;
}

export const catalogueRow = (row: CatalogueRow): z.input<typeof CatalogueVersionRow> => ({
	id: row.id,
	version: row.version,
	number: row.number,
	state: row.state as CatalogueState,
	edition: (row.content as CatalogueContent).edition,
	approvedAt: row.approved_at?.toString() ?? null,
	approvedByName: row.approved_by_name,
	inForceFrom: row.in_force_from?.toString() ?? null,
});

export function catalogueView(row: CatalogueRow, actor: Actor): z.input<typeof CatalogueVersionView> {
	const { edition: _, ...rest } = catalogueRow(row);
	const state = rest.state;
	return {
		...rest,
		content: row.content as CatalogueContent,
		can: {
			change: [...mayDraftCatalogue(actor), ...obstaclesToChange(state)],
			approve: [...mayApproveCatalogue(actor), ...obstaclesToChange(state)],
			draft: mayDraftCatalogue(actor),
		},
	};
}
