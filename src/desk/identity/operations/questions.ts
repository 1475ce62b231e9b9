import { sql } from "kysely";
import type { z } from "zod";
import { holds, providerRoles } from "../../../kernel/actor.ts";
import { cursorValues, pageFrom } from "../../../kernel/page.ts";
import { notFound } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { type IdentityScope, identityScope, mayAnyone, mayReadPeople, maySignedIn } from "../policy.ts";
import { holdingRows, holdingView, organisationRows, organisationView, personRows, personView } from "../read.ts";

/** Name and id of the last row seen: these lists are sorted by both. */
const namedAfter = (after: string | undefined) => cursorValues(after, ["text", "id"]);

/** The organisations of a narrowed scope, as an array the database compares with. */
const anyOf = (scope: IdentityScope) =>
	sql<string>`any(${scope.kind === "organisations" ? [...scope.ids] : []}::uuid[])`;

export const me = operation(contract.me)({
	may: maySignedIn,
	async run(context) {
		const { actor, tx } = context;
		if (actor.kind !== "person") throw notFound("person");
		const person = await personRows(tx).where("person.id", "=", actor.personId).executeTakeFirst();
		if (!person) throw notFound("person");
		const today = context.today.toString();
		const held = await holdingRows(tx).where("role_holding.person_id", "=", actor.personId).execute();
		const account = await tx
			.selectFrom("auth_user")
			.select("twoFactorEnabled")
			.where("id", "=", actor.personId)
			.executeTakeFirst();
		return {
			person: personView(person),
			holdings: held
				.map(holdingView)
				.filter((holding) => holding.validFrom <= today && (holding.validUntil === null || today < holding.validUntil)),
			places: {
				console: holds(actor, [...providerRoles, "auditor"]),
				client: actor.holdings.some((holding) => holding.serviceId !== null || holding.role === "client_director"),
				administration: holds(actor, ["platform_admin"]),
			},
			hasSecondFactor: account?.twoFactorEnabled ?? false,
			demo: context.settings.demo,
		};
	},
});

export const organisations = operation(contract.organisations)({
	may: mayReadPeople,
	async run(context, input) {
		const scope = identityScope(context.actor);
		const after = namedAfter(input.after);
		let query = organisationRows(context.tx);
		if (scope.kind !== "all") query = query.where("id", "=", anyOf(scope));
		if (after) query = query.where((eb) => eb(eb.refTuple("name", "id"), ">", eb.tuple(...after)));
		const rows = await query
			.orderBy("name")
			.orderBy("id")
			.limit(input.limit + 1)
			.execute();
		return pageFrom(rows, input.limit, organisationView, (row) => [row.name, row.id]);
	},
});

export const people = operation(contract.people)({
	may: mayReadPeople,
	async run(context, input) {
		const scope = identityScope(context.actor);
		const after = namedAfter(input.after);
		let query = personRows(context.tx);
		if (scope.kind !== "all") query = query.where("person.organisation_id", "=", anyOf(scope));
		if (input.organisationId) query = query.where("person.organisation_id", "=", input.organisationId);
		if (after) query = query.where((eb) => eb(eb.refTuple("person.name", "person.id"), ">", eb.tuple(...after)));
		const rows = await query
			.orderBy("person.name")
			.orderBy("person.id")
			.limit(input.limit + 1)
			.execute();
		return pageFrom(rows, input.limit, personView, (row) => [row.name, row.id]);
	},
});

export const holdings = operation(contract.holdings)({
	may: mayReadPeople,
	async run(context, input) {
		const scope = identityScope(context.actor);
		const after = namedAfter(input.after);
		let query = holdingRows(context.tx);
		if (scope.kind !== "all") query = query.where("role_holding.organisation_id", "=", anyOf(scope));
		if (input.personId) query = query.where("role_holding.person_id", "=", input.personId);
		if (input.serviceId) query = query.where("role_holding.service_id", "=", input.serviceId);
		if (after) query = query.where((eb) => eb(eb.refTuple("person.name", "role_holding.id"), ">", eb.tuple(...after)));
		const rows = await query
			.orderBy("person.name")
			.orderBy("role_holding.id")
			.limit(input.limit + 1)
			.execute();
		return pageFrom(rows, input.limit, holdingView, (row) => [row.person_name, row.id]);
	},
});

type TokenRow = {
	id: string;
	name: string;
	created_at: Temporal.Instant;
	expires_at: Temporal.Instant;
	revoked_at: Temporal.Instant | null;
};
export const tokenView = (row: TokenRow): z.input<typeof contract.TokenView> => ({
	id: row.id,
	name: row.name,
	createdAt: row.created_at.toString(),
	expiresAt: row.expires_at.toString(),
	revokedAt: row.revoked_at?.toString() ?? null,
});

export const tokens = operation(contract.tokens)({
	may: maySignedIn,
	async run(context) {
		if (context.actor.kind !== "person") return { rows: [] };
		const rows = await context.tx
			.selectFrom("api_token")
			.selectAll()
			.where("person_id", "=", context.actor.personId)
			.orderBy("created_at", "desc")
			.execute();
		return { rows: rows.map(tokenView) };
	},
});

export const setUpState = operation(contract.setUpState)({
	may: mayAnyone,
	async run(context) {
		const waiting = await context.tx
			.selectFrom("desk_setting")
			.select("name")
			.where("name", "=", "set-up-token")
			.executeTakeFirst();
		return { isOpen: waiting !== undefined };
	},
});
