import type { OrganisationId, PersonId } from "../../../kernel/id.ts";
import { notFound, Refusal } from "../../../kernel/refusal.ts";
import { refuseStale } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { endRole } from "../contract.ts";
import { roleEnded } from "../facts.ts";
import { identityScope, mayAdministerPeople, organisationVisible } from "../policy.ts";
import { holdingRows, holdingView, otherAdministrator, personById } from "../read.ts";

export default operation(endRole)({
	async load(context, input) {
		const row = await holdingRows(context.tx).where("role_holding.id", "=", input.id).executeTakeFirst();
		const person = row && (await personById(context.tx, row.person_id as PersonId));
		const scope = identityScope(context.actor);
		if (!person || !organisationVisible(scope, person.organisation_id as OrganisationId)) throw notFound("holding");
		return row;
	},
	may: mayAdministerPeople,
	async run(context, input, holding) {
		await refuseStale(context.tx, "holding", input.id, input.version, holding.version);
		const validUntil = Temporal.PlainDate.from(input.validUntil);
		const refuse = (code: string) => {
			throw new Refusal("invalid", "invalid-input", { obstacles: [{ code, at: "validUntil" }] });
		};
		// On the day it begins an office is undone: it held on no day.
		if (Temporal.PlainDate.compare(validUntil, holding.valid_from) < 0) refuse("period-ends-before-start");
		if (holding.valid_until && Temporal.PlainDate.compare(validUntil, holding.valid_until) > 0) {
			refuse("office-ends-earlier");
		}
		if (
			holding.role === "platform_admin" &&
			!(await otherAdministrator(context.tx, validUntil, { holdingId: input.id }))
		) {
			throw new Refusal("conflict", "last-administrator");
		}
		const version = holding.version + 1;
		await context.tx
			.updateTable("role_holding")
			.set({ version, valid_until: validUntil })
			.where("id", "=", input.id)
			.execute();
		context.record(
			roleEnded.of(input.id, version, {
				personId: holding.person_id,
				role: holding.role,
				validUntil: input.validUntil,
			}),
		);
		return holdingView(await holdingRows(context.tx).where("role_holding.id", "=", input.id).executeTakeFirstOrThrow());
	},
});
