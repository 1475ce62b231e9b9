import { refuseStale, refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { changePerson } from "../contract.ts";
import { personChanged } from "../facts.ts";
import { identityScope, mayAdministerPeople } from "../policy.ts";
import { organisationInScope, personInScope, personView } from "../read.ts";

export default operation(changePerson)({
	load: (context, input) => personInScope(context.tx, identityScope(context.actor), input.id),
	may: mayAdministerPeople,
	async run(context, input, person) {
		await refuseStale(context.tx, "person", input.id, input.version, person.version);
		await organisationInScope(context.tx, identityScope(context.actor), input.organisationId);
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
