import { sql } from "kysely";
import type { z } from "zod";
import type { Actor, Holding, PersonActor, Role } from "../../kernel/actor.ts";
import type { OrganisationId, PersonId, ServiceId } from "../../kernel/id.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { SupportSet } from "../../kernel/values.ts";
import type { Tx } from "../../platform/db/tx.ts";
import type { HoldingView, OrganisationView, PersonView } from "./contract.ts";
import { type IdentityScope, organisationVisible } from "./policy.ts";
import type { Substitution } from "./rules/substitution.ts";

export const organisationRows = (tx: Tx) => tx.selectFrom("organisation").selectAll();
export const personRows = (tx: Tx) =>
	tx
		.selectFrom("person")
		.innerJoin("organisation", "organisation.id", "person.organisation_id")
		.selectAll("person")
		.select("organisation.name as organisation_name");
export const holdingRows = (tx: Tx) =>
	tx
		.selectFrom("role_holding")
		.innerJoin("person", "person.id", "role_holding.person_id")
		.innerJoin("organisation", "organisation.id", "role_holding.organisation_id")
		.leftJoin("person as substituted", "substituted.id", "role_holding.deputy_for")
		.selectAll("role_holding")
		.select([
			"person.name as person_name",
			"organisation.name as organisation_name",
			"substituted.name as deputy_for_name",
		]);

type OrganisationRow = Awaited<ReturnType<ReturnType<typeof organisationRows>["executeTakeFirstOrThrow"]>>;
type PersonRow = Awaited<ReturnType<ReturnType<typeof personRows>["executeTakeFirstOrThrow"]>>;
type HoldingRow = Awaited<ReturnType<ReturnType<typeof holdingRows>["executeTakeFirstOrThrow"]>>;

export const organisationView = (row: OrganisationRow): z.input<typeof OrganisationView> => ({
	id: row.id,
	version: row.version,
	name: row.name,
	kind: row.kind as z.infer<typeof OrganisationView>["kind"],
	ministry: row.ministry,
	validFrom: row.valid_from.toString(),
	validUntil: row.valid_until?.toString() ?? null,
});

export const personView = (row: PersonRow): z.input<typeof PersonView> => ({
	id: row.id,
	version: row.version,
	handle: row.handle,
	name: row.name,
	email: row.email,
	phone: row.phone,
	organisationId: row.organisation_id,
	organisationName: row.organisation_name,
	language: row.language as "sl" | "en",
	hasAccount: row.has_account,
	stoppedAt: row.stopped_at?.toString() ?? null,
});

export const holdingView = (row: HoldingRow): z.input<typeof HoldingView> => ({
	id: row.id,
	version: row.version,
	personId: row.person_id,
	personName: row.person_name,
	role: row.role as Role,
	organisationId: row.organisation_id,
	organisationName: row.organisation_name,
	serviceId: row.service_id,
	set: row.support_set as SupportSet | null,
	validFrom: row.valid_from.toString(),
	validUntil: row.valid_until?.toString() ?? null,
	deputyFor: row.deputy_for,
	deputyForName: row.deputy_for_name,
});

/** An organisation in scope; `not-found` otherwise. */
export async function organisationInScope(tx: Tx, scope: IdentityScope, id: OrganisationId): Promise<OrganisationRow> {
	const row = await organisationRows(tx).where("organisation.id", "=", id).executeTakeFirst();
	if (!row || !organisationVisible(scope, row.id as OrganisationId)) throw notFound("organisation");
	return row;
}

/** A person in scope; `not-found` otherwise. */
export async function personInScope(tx: Tx, scope: IdentityScope, id: PersonId): Promise<PersonRow> {
	const row = await personRows(tx).where("person.id", "=", id).executeTakeFirst();
	if (!row || !organisationVisible(scope, row.organisation_id as OrganisationId)) throw notFound("person");
	return row;
}

const inForce = (today: Temporal.PlainDate) =>
	sql<boolean>`role_holding.valid_from <= ${today} and (role_holding.valid_until is null or ${today} < role_holding.valid_until)`;

/** The offices a person holds on a day, as rights see them. */
export async function holdingsOf(tx: Tx, personId: PersonId, today: Temporal.PlainDate): Promise<Holding[]> {
	const rows = await tx
		.selectFrom("role_holding")
		.innerJoin("person", "person.id", "role_holding.person_id")
		.select([
			"role_holding.id",
			"role",
			"role_holding.organisation_id",
			"service_id",
			"support_set",
			"deputy_for",
			"valid_from",
			"valid_until",
		])
		.where("person_id", "=", personId)
		.where("person.stopped_at", "is", null)
		.where(inForce(today))
		.execute();
	return rows.map((row) => ({
		id: row.id,
		role: row.role as Role,
		organisationId: row.organisation_id as OrganisationId,
		serviceId: row.service_id as ServiceId | null,
		set: row.support_set as SupportSet | null,
		deputyFor: row.deputy_for as PersonId | null,
		from: row.valid_from,
		until: row.valid_until,
	}));
}

/** All substitutions of a person, past, present and to come, the newest first: why a deputy may not act now. */
export async function substitutionsOf(tx: Tx, actor: Actor): Promise<Substitution[]> {
	if (actor.kind !== "person") return [];
	const rows = await tx
		.selectFrom("role_holding")
		.select(["role", "service_id", "valid_from", "valid_until"])
		.where("person_id", "=", actor.personId)
		.where("deputy_for", "is not", null)
		.orderBy("valid_from", "desc")
		.execute();
	return rows.map((row) => ({
		role: row.role as Role,
		serviceId: row.service_id as ServiceId | null,
		from: row.valid_from,
		until: row.valid_until,
	}));
}

export const actorOfPerson = async (tx: Tx, personId: PersonId, today: Temporal.PlainDate): Promise<PersonActor> => ({
	kind: "person",
	personId,
	holdings: await holdingsOf(tx, personId, today),
});

type HoldingJson = {
	id: string;
	role: Role;
	organisation_id: string;
	service_id: string | null;
	support_set: SupportSet | null;
	deputy_for: string | null;
	valid_from: string;
	valid_until: string | null;
};

const officesToday = (today: Temporal.PlainDate) => sql<HoldingJson[]>`coalesce((
	select json_agg(json_build_object('id', role_holding.id, 'role', role, 'organisation_id', role_holding.organisation_id, 'service_id', service_id,
		'support_set', support_set, 'deputy_for', deputy_for, 'valid_from', valid_from, 'valid_until', valid_until))
	from role_holding where role_holding.person_id = person.id and ${inForce(today)}), '[]')`;

const asActor = (row: { id: string; offices: HoldingJson[] } | undefined): PersonActor | null =>
	row
		? {
				kind: "person",
				personId: row.id as PersonId,
				holdings: row.offices.map((office) => ({
					id: office.id,
					role: office.role,
					organisationId: office.organisation_id as OrganisationId,
					serviceId: office.service_id as ServiceId | null,
					set: office.support_set,
					deputyFor: office.deputy_for as PersonId | null,
					from: Temporal.PlainDate.from(office.valid_from),
					until: office.valid_until === null ? null : Temporal.PlainDate.from(office.valid_until),
				})),
			}
		: null;

/** The actor behind an API token's hash, in one statement; null when it is unknown, expired, revoked or its owner stopped. */
export const actorOfToken = async (
	tx: Tx,
	hash: Buffer,
	now: Temporal.Instant,
	today: Temporal.PlainDate,
): Promise<PersonActor | null> =>
	asActor(
		await tx
			.selectFrom("api_token")
			.innerJoin("person", "person.id", "api_token.person_id")
			.select(["person.id", officesToday(today).as("offices")])
			.where("hash", "=", hash)
			.where("revoked_at", "is", null)
			.where("expires_at", ">", now)
			.where("person.stopped_at", "is", null)
			.executeTakeFirst(),
	);

/** The actor of a sign-in account; null when the person is stopped. */
export const actorOfAccount = async (tx: Tx, account: string, today: Temporal.PlainDate): Promise<PersonActor | null> =>
	asActor(
		await tx
			.selectFrom("person")
			.select(["person.id", officesToday(today).as("offices")])
			.where("person.id", "=", account)
			.where("person.stopped_at", "is", null)
			.executeTakeFirst(),
	);

export type Holder = {
	readonly personId: PersonId;
	readonly handle: string;
	readonly name: string;
	readonly email: string;
	readonly phone: string | null;
	readonly language: "sl" | "en";
	readonly isDeputy: boolean;
};

/** Who holds an office on a day, the holder before deputies; `serviceId`/`set` narrow where the office is narrowed. */
export async function holdersOf(
	tx: Tx,
	role: Role,
	today: Temporal.PlainDate,
	where: { serviceId?: ServiceId | null; set?: SupportSet | null } = {},
): Promise<Holder[]> {
	let query = tx
		.selectFrom("role_holding")
		.innerJoin("person", "person.id", "role_holding.person_id")
		.select([
			"person.id",
			"person.handle",
			"person.name",
			"person.email",
			"person.phone",
			"person.language",
			"deputy_for",
		])
		.where("role", "=", role)
		.where("person.stopped_at", "is", null)
		.where(inForce(today))
		.orderBy(sql`deputy_for is not null`)
		.orderBy("person.name");
	const { serviceId, set } = where;
	if (serviceId) query = query.where((eb) => eb.or([eb("service_id", "is", null), eb("service_id", "=", serviceId)]));
	if (set) query = query.where((eb) => eb.or([eb("support_set", "is", null), eb("support_set", "=", set)]));
	const rows = await query.execute();
	return rows.map((row) => ({
		personId: row.id as PersonId,
		handle: row.handle,
		name: row.name,
		email: row.email,
		phone: row.phone,
		language: row.language as "sl" | "en",
		isDeputy: row.deputy_for !== null,
	}));
}

/** Whether a person is the holder, not a deputy, of an office as it would be granted, on its first day. */
export async function holdsOffice(
	tx: Tx,
	personId: PersonId,
	office: { role: Role; serviceId: ServiceId | null; set: SupportSet | null; validFrom: string },
): Promise<boolean> {
	const day = Temporal.PlainDate.from(office.validFrom);
	const held = await tx
		.selectFrom("role_holding")
		.select(["service_id", "support_set"])
		.where("person_id", "=", personId)
		.where("role", "=", office.role)
		.where("deputy_for", "is", null)
		.where(inForce(day))
		.execute();
	return held.some((row) => row.service_id === office.serviceId && row.support_set === office.set);
}

/** Whether somebody who is not stopped administers the desk from a day on, apart from one office or one person. */
export async function otherAdministrator(
	tx: Tx,
	from: Temporal.PlainDate,
	apart: { holdingId?: string; personId?: string },
): Promise<boolean> {
	let query = tx
		.selectFrom("role_holding")
		.innerJoin("person", "person.id", "role_holding.person_id")
		.select("role_holding.id")
		.where("role", "=", "platform_admin")
		.where("stopped_at", "is", null)
		.where(sql<boolean>`(valid_until is null or ${from} < valid_until)`);
	if (apart.holdingId) query = query.where("role_holding.id", "<>", apart.holdingId);
	if (apart.personId) query = query.where("person.id", "<>", apart.personId);
	return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** Whether offices run past a day, of those that match. */
export async function officesPast(
	tx: Tx,
	day: Temporal.PlainDate,
	of: { organisationId: OrganisationId; personId?: PersonId },
): Promise<boolean> {
	let query = tx
		.selectFrom("role_holding")
		.select("id")
		.where("organisation_id", "=", of.organisationId)
		.where(sql<boolean>`(valid_until is null or valid_until > ${day})`);
	if (of.personId) query = query.where("person_id", "=", of.personId);
	return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** Names for display by id; ids that are nobody's are absent. */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.selectFrom("person")
		.select(["id", "name"])
		.where("id", "in", [...new Set(ids)])
		.execute();
	return new Map(rows.map((row) => [row.id, row.name]));
}

/** Whoever has this mail address, stopped or not; nothing keeps two people from sharing one. */
export const peopleByAddress = (tx: Tx, address: string) =>
	tx
		.selectFrom("person")
		.select(["id", "language", "stopped_at"])
		.where(sql<string>`lower(email)`, "=", address.toLowerCase())
		.orderBy("id")
		.execute();

/** A person by the handle that agreements in YAML use; null when there is none. */
export const personByHandle = async (tx: Tx, handle: string): Promise<PersonRow | null> =>
	(await personRows(tx).where("person.handle", "=", handle).executeTakeFirst()) ?? null;

export const personById = async (tx: Tx, id: PersonId): Promise<PersonRow | null> =>
	(await personRows(tx).where("person.id", "=", id).executeTakeFirst()) ?? null;

export const organisationById = async (tx: Tx, id: OrganisationId): Promise<OrganisationRow | null> =>
	(await organisationRows(tx).where("organisation.id", "=", id).executeTakeFirst()) ?? null;
