import { refuseInvalid } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { createOrganisation } from "../contract.ts";
import { organisationEntered } from "../facts.ts";
import { mayAdministerPeople } from "../policy.ts";
import { organisationView } from "../read.ts";
import { periodObstacles } from "../rules/period.ts";

export default operation(createOrganisation)({
	may: mayAdministerPeople,
	async run(context, input) {
		refuseInvalid(periodObstacles(input));
		const row = await context.tx
			.insertInto("organisation")
			.values({
				id: context.newId(),
				version: 1,
				name: input.name,
				kind: input.kind,
				ministry: input.ministry,
				valid_from: Temporal.PlainDate.from(input.validFrom),
				valid_until: input.validUntil === null ? null : Temporal.PlainDate.from(input.validUntil),
			})
			.returningAll()
			.executeTakeFirstOrThrow();
		context.record(organisationEntered.of(row.id, 1, { kind: row.kind }));
		return organisationView(row);
	},
});
