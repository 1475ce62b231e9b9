import type { OrganisationId, PersonId } from "../../../kernel/id.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { setPassword } from "../accounts.ts";
import { setUp } from "../contract.ts";
import { organisationEntered, passwordSet, personEntered, roleGranted } from "../facts.ts";
import { mayAnyone } from "../policy.ts";
import { secretHash } from "../secrets.ts";

/** Open only while the desk has no administrator; the token is used up in the same transaction. */
export default operation(setUp)({
	may: mayAnyone,
	async run(context, input) {
		const { tx, today } = context;
		const used = await tx
			.deleteFrom("desk_setting")
			.where("name", "=", "set-up-token")
			.where("value", "=", secretHash(input.token).toString("hex"))
			.returning("name")
			.executeTakeFirst();
		if (!used) throw new Refusal("forbidden", "set-up-token-not-valid");
		const organisationId = context.newId() as OrganisationId;
		const personId = context.newId() as PersonId;
		const holdingId = context.newId();
		await tx
			.insertInto("organisation")
			.values({ id: organisationId, version: 1, name: input.organisationName, kind: "PROVIDER", valid_from: today })
			.execute();
		await tx
			.insertInto("person")
			.values({
				id: personId,
				version: 1,
				handle: "admin",
				name: input.name,
				email: input.email,
				organisation_id: organisationId,
				language: "sl",
			})
			.execute();
		await tx
			.insertInto("role_holding")
			.values({
				id: holdingId,
				version: 1,
				person_id: personId,
				role: "platform_admin",
				organisation_id: organisationId,
				valid_from: today,
			})
			.execute();
		await setPassword(context, { id: personId, name: input.name, email: input.email }, input.password);
		context.record(organisationEntered.of(organisationId, 1, { kind: "PROVIDER" }));
		context.record(personEntered.of(personId, 1, { organisationId }));
		context.record(
			roleGranted.of(holdingId, 1, {
				personId,
				role: "platform_admin",
				serviceId: null,
				set: null,
				validFrom: today.toString(),
				validUntil: null,
				deputyFor: null,
			}),
		);
		context.record(passwordSet.of(personId, 1, { by: "set-up" }));
		return { email: input.email };
	},
});
