import { notFound } from "../../../kernel/refusal.ts";
import { refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { organisationById } from "../../identity/read.ts";
import { createService } from "../contract.ts";
import { serviceEntered } from "../facts.ts";
import { mayKeepServices } from "../policy.ts";
import { serviceInScope, serviceView } from "../read.ts";

export default operation(createService)({
	may: mayKeepServices,
	async run(context, input) {
		const { tx, actor } = context;
		if (!(await organisationById(tx, input.organisationId))) throw notFound("organisation");
		const id = context.newId() as Parameters<typeof serviceInScope>[2];
		await refusing({ service_code_unique: "service-code-taken", service_period: "period-reversed" }, () =>
			tx
				.insertInto("service")
				.values({
					id,
					version: 1,
					code: input.code,
					name: input.name,
					organisation_id: input.organisationId,
					valid_from: Temporal.PlainDate.from(input.validFrom),
					valid_until: input.validUntil === null ? null : Temporal.PlainDate.from(input.validUntil),
				})
				.execute(),
		);
		context.record(serviceEntered.of(id, 1, { code: input.code, organisationId: input.organisationId }));
		return serviceView(await serviceInScope(tx, actor, id), actor);
	},
});
