import { notFound } from "../../../kernel/refusal.ts";
import { refuseStale, refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { organisationById } from "../../identity/read.ts";
import { changeService } from "../contract.ts";
import { serviceChanged } from "../facts.ts";
import { mayKeepServices } from "../policy.ts";
import { serviceInScope, serviceView } from "../read.ts";

export default operation(changeService)({
	load: ({ tx, actor }, input) => serviceInScope(tx, actor, input.id),
	may: mayKeepServices,
	async run(context, input, service) {
		const { tx, actor } = context;
		await refuseStale(tx, "service", service.id, input.version, service.version);
		if (!(await organisationById(tx, input.organisationId))) throw notFound("organisation");
		const version = service.version + 1;
		await refusing({ service_period: "period-reversed" }, () =>
			tx
				.updateTable("service")
				.set({
					version,
					name: input.name,
					organisation_id: input.organisationId,
					valid_from: Temporal.PlainDate.from(input.validFrom),
					valid_until: input.validUntil === null ? null : Temporal.PlainDate.from(input.validUntil),
				})
				.where("id", "=", input.id)
				.execute(),
		);
		const { organisationId, validFrom, validUntil } = input;
		context.record(serviceChanged.of(service.id, version, { organisationId, validFrom, validUntil }));
		return serviceView(await serviceInScope(tx, actor, input.id), actor);
	},
});
