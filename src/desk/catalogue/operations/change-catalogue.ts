import { refuseStale } from "../../../platform/db/stale.ts";
import { json } from "../../../platform/db/tx.ts";
import { operation } from "../../../platform/operation.ts";
import { changeCatalogue } from "../contract.ts";
import { catalogueChanged } from "../facts.ts";
import { mayDraftCatalogue } from "../policy.ts";
import { catalogueVersionInScope, catalogueView } from "../read.ts";
import { type CatalogueState, obstaclesToChange } from "../rules/catalogue-versions.ts";

export default operation(changeCatalogue)({
	load: ({ tx, actor }, input) => catalogueVersionInScope(tx, actor, input.id),
	may: (actor, row) => [...mayDraftCatalogue(actor), ...obstaclesToChange(row.state as CatalogueState)],
	async run(context, input, row) {
		const { tx, actor } = context;
		await refuseStale(tx, "catalogue", row.id, input.version, row.version);
		const version = row.version + 1;
		await tx
			.updateTable("catalogue_version")
			.set({ version, content: json(input.content) })
			.where("id", "=", row.id)
			.execute();
		context.record(catalogueChanged.of(row.id, version, { number: row.number }));
		return catalogueView(await catalogueVersionInScope(tx, actor, row.id), actor);
	},
});
