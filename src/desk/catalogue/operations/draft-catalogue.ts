import { json } from "../../../platform/db/tx.ts";
import { refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { draftCatalogue } from "../contract.ts";
import { catalogueDrafted } from "../facts.ts";
import { mayDraftCatalogue } from "../policy.ts";
import { catalogueVersionInScope, catalogueView } from "../read.ts";

export default operation(draftCatalogue)({
	may: mayDraftCatalogue,
	async run(context, input) {
		const { tx, actor } = context;
		const last = await tx
			.selectFrom("catalogue_version")
			.select((eb) => eb.fn.max("number").as("number"))
			.executeTakeFirstOrThrow();
		const number = (last.number ?? 0) + 1;
		const id = context.newId();
		const codes = {
			one_catalogue_draft: "catalogue-draft-exists",
			catalogue_version_number_key: "catalogue-draft-exists",
		};
		await refusing(codes, () =>
			tx
				.insertInto("catalogue_version")
				.values({ id, version: 1, number, state: "draft", content: json(input.content) })
				.execute(),
		);
		context.record(catalogueDrafted.of(id, 1, { number }));
		return catalogueView(await catalogueVersionInScope(tx, actor, id), actor);
	},
});
