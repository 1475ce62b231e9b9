import { providerRoles } from "../../../kernel/actor.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { grantRole } from "../contract.ts";
import { roleGranted } from "../facts.ts";
import { identityScope, mayAdministerPeople } from "../policy.ts";
import { holdingRows, holdingView, holdsOffice, organisationInScope, personInScope } from "../read.ts";
import { grantObstacles } from "../rules/grant.ts";

export default operation(grantRole)({
	load: (context, input) => personInScope(context.tx, identityScope(context.actor), input.personId),
	may: mayAdministerPeople,
	async run(context, input) {
		const organisation = await organisationInScope(context.tx, identityScope(context.actor), input.organisationId);
		if (input.deputyFor) await personInScope(context.tx, identityScope(context.actor), input.deputyFor);
		const obstacles = grantObstacles({
			...input,
			organisationIsProvider: organisation.kind === "PROVIDER",
			isProviderRole: providerRoles.includes(input.role),
			organisationFrom: organisation.valid_from.toString(),
			organisationUntil: organisation.valid_until?.toString() ?? null,
			substitutedHolds: input.deputyFor !== null && (await holdsOffice(context.tx, input.deputyFor, input)),
		});
		if (obstacles.length > 0) throw new Refusal("invalid", "invalid-input", { obstacles });
		const id = context.newId();
		await refusing({ one_holder_at_a_time: "office-already-held" }, () =>
			context.tx
				.insertInto("role_holding")
				.values({
					id,
					version: 1,
					person_id: input.personId,
					role: input.role,
					organisation_id: input.organisationId,
					service_id: input.serviceId,
					support_set: input.set,
					valid_from: Temporal.PlainDate.from(input.validFrom),
					valid_until: input.validUntil === null ? null : Temporal.PlainDate.from(input.validUntil),
					deputy_for: input.deputyFor,
				})
				.execute(),
		);
		const { personId, role, serviceId, set, validFrom, validUntil, deputyFor } = input;
		context.record(roleGranted.of(id, 1, { personId, role, serviceId, set, validFrom, validUntil, deputyFor }));
		return holdingView(await holdingRows(context.tx).where("role_holding.id", "=", id).executeTakeFirstOrThrow());
	},
});
