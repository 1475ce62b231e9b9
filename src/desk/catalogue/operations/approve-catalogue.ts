import { changesEditions } from "../../../platform/db/editions.ts";
import { refuseStale } from "../../../platform/db/stale.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import { approveCatalogue } from "../contract.ts";
import { catalogueApproved, catalogueSuperseded } from "../facts.ts";
import { mayApproveCatalogue } from "../policy.ts";
import { catalogueRows, catalogueVersionInScope, catalogueView } from "../read.ts";
import { type CatalogueState, obstaclesToChange } from "../rules/catalogue-versions.ts";

export default operation(approveCatalogue)({
	load: ({ tx, actor }, input) => catalogueVersionInScope(tx, actor, input.id),
	may: (actor, row) => [...mayApproveCatalogue(actor), ...obstaclesToChange(row.state as CatalogueState)],
	async run(context, input, row) {
		const { tx, actor, now, today } = context;
		await refuseStale(tx, "catalogue", row.id, input.version, row.version);
		changesEditions(tx);
		await supersedeFormer(context, row.id);
		const version = row.version + 1;
		const approvedBy = actor.kind === "person" ? actor.personId : "";
		await tx
			.updateTable("catalogue_version")
			.set({ version, state: "inForce", approved_at: now, approved_by: approvedBy, in_force_from: today })
			.where("id", "=", row.id)
			.execute();
		context.record(
			catalogueApproved.of(row.id, version, { number: row.number, inForceFrom: today.toString(), approvedBy }),
		);
		return catalogueView(await catalogueVersionInScope(tx, actor, row.id), actor);
	},
});

async function supersedeFormer(context: Context, by: string): Promise<void> {
	const former = await catalogueRows(context.tx).where("state", "=", "inForce").executeTakeFirst();
	if (!former) return;
	const version = former.version + 1;
	await context.tx
		.updateTable("catalogue_version")
		.set({ version, state: "superseded" })
		.where("id", "=", former.id)
		.execute();
	context.record(catalogueSuperseded.of(former.id, version, { number: former.number, supersededBy: by }));
}
