import type { OrganisationId } from "../../../kernel/id.ts";
import { refuseInvalid } from "../../../kernel/refusal.ts";
import { refuseStale } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { changeOrganisation } from "../contract.ts";
import { organisationChanged } from "../facts.ts";
import { identityScope, mayAdministerPeople } from "../policy.ts";
import { officesPast, organisationInScope, organisationView } from "../read.ts";
import { periodObstacles } from "../rules/period.ts";

export default operation(changeOrganisation)({
	load: (context, input) => organisationInScope(context.tx, identityScope(context.actor), input.id),
	may: mayAdministerPeople,
	async run(context, input, organisation) {
		await refuseStale(context.tx, "organisation", input.id, input.version, organisation.version);
		const until = input.validUntil === null ? null : Temporal.PlainDate.from(input.validUntil);
		const organisationId = organisation.id as OrganisationId;
		const isOutlasted = until !== null && (await officesPast(context.tx, until, { organisationId }));
		refuseInvalid([
			...periodObstacles(input),
			...(isOutlasted ? [{ code: "offices-outlast-organisation", at: "validUntil" }] : []),
		]);
		const version = organisation.version + 1;
		const row = await context.tx
			.updateTable("organisation")
			.set({
				version,
				name: input.name,
				kind: input.kind,
				ministry: input.ministry,
				valid_from: Temporal.PlainDate.from(input.validFrom),
				valid_until: until,
			})
			.where("id", "=", input.id)
			.returningAll()
			.executeTakeFirstOrThrow();
		context.record(
			organisationChanged.of(row.id, version, { validFrom: input.validFrom, validUntil: input.validUntil }),
		);
		return organisationView(row);
	},
});
