import type { OrganisationId } from "../../../kernel/id.ts";
import { refuseInvalid } from "../../../kernel/refusal.ts";
import { refuseStale, refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { renameAccount, withdrawInvitations } from "../accounts.ts";
import { changePerson } from "../contract.ts";
import { personChanged } from "../facts.ts";
import { identityScope, mayAdministerPeople } from "../policy.ts";
import { officesPast, organisationInScope, personInScope, personView } from "../read.ts";

export default operation(changePerson)({
	load: (context, input) => personInScope(context.tx, identityScope(context.actor), input.id),
	may: mayAdministerPeople,
	async run(context, input, person) {
		await refuseStale(context.tx, "person", input.id, input.version, person.version);
		await organisationInScope(context.tx, identityScope(context.actor), input.organisationId);
		const former = person.organisation_id as OrganisationId;
		// Offices in the former organisation would go on giving rights there: they are ended first, each on its own day.
		if (former !== input.organisationId) {
			const holdsOn = await officesPast(context.tx, context.today, { organisationId: former, personId: input.id });
			refuseInvalid(holdsOn ? [{ code: "offices-in-former-organisation", at: "organisationId" }] : []);
		}
		if (person.email !== input.email) await withdrawInvitations(context, input.id);
		await renameAccount(context, { id: input.id, name: input.name, email: input.email });
		const version = person.version + 1;
		await refusing({ person_handle_unique: "handle-taken" }, () =>
			context.tx
				.updateTable("person")
				.set({
					version,
					handle: input.handle,
					name: input.name,
					email: input.email,
					phone: input.phone,
					organisation_id: input.organisationId,
					language: input.language,
				})
				.where("id", "=", input.id)
				.execute(),
		);
		context.record(personChanged.of(input.id, version, { organisationId: input.organisationId }));
		return personView(await personInScope(context.tx, { kind: "all" }, input.id));
	},
});
