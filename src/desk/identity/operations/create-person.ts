import type { PersonId } from "../../../kernel/id.ts";
import { refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { createPerson } from "../contract.ts";
import { personEntered } from "../facts.ts";
import { identityScope, mayAdministerPeople } from "../policy.ts";
import { organisationInScope, personInScope, personView } from "../read.ts";

export default operation(createPerson)({
	load: (context, input) => organisationInScope(context.tx, identityScope(context.actor), input.organisationId),
	may: mayAdministerPeople,
	async run(context, input) {
		const id = context.newId() as PersonId;
		await refusing({ person_handle_unique: "handle-taken" }, () =>
			context.tx
				.insertInto("person")
				.values({
					id,
					version: 1,
					handle: input.handle,
					name: input.name,
					email: input.email,
					phone: input.phone,
					organisation_id: input.organisationId,
					language: input.language,
				})
				.execute(),
		);
		context.record(personEntered.of(id, 1, { organisationId: input.organisationId }));
		return personView(await personInScope(context.tx, { kind: "all" }, id));
	},
});
