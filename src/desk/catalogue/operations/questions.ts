import { cursorValues, pageFrom } from "../../../kernel/page.ts";
import { notFound } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { mayAnyone, mayReadCatalogue, mayReadServices, seesCatalogueDrafts, serviceScope } from "../policy.ts";
import {
	catalogueInForce as inForce,
	catalogueRow,
	catalogueRows,
	catalogueVersionInScope,
	catalogueView,
	serviceInScope,
	serviceInScopeSql,
	serviceRows,
	serviceView,
} from "../read.ts";

export const services = operation(contract.services)({
	may: mayReadServices,
	async run({ tx, actor }, input) {
		const after = cursorValues(input.after, ["text", "id"]);
		let query = serviceRows(tx).where(serviceInScopeSql(serviceScope(actor)));
		if (after) {
			query = query.where((eb) => eb(eb.refTuple("service.name", "service.id"), ">", eb.tuple(...after)));
		}
		const rows = await query
			.orderBy("service.name")
			.orderBy("service.id")
			.limit(input.limit + 1)
			.execute();
		return pageFrom(
			rows,
			input.limit,
			(row) => serviceView(row, actor),
			(row) => [row.name, row.id],
		);
	},
});

export const service = operation(contract.service)({
	load: ({ tx, actor }, input) => serviceInScope(tx, actor, input.id),
	may: mayReadServices,
	run: async ({ actor }, _, row) => serviceView(row, actor),
});

export const catalogueInForce = operation(contract.catalogueInForce)({
	may: mayReadCatalogue,
	async run({ tx, actor }) {
		const row = await catalogueRows(tx).where("state", "=", "inForce").executeTakeFirst();
		if (!row) throw notFound("catalogue-version");
		return catalogueView(row, actor);
	},
});

export const catalogueVersions = operation(contract.catalogueVersions)({
	may: mayReadCatalogue,
	async run({ tx, actor }) {
		let query = catalogueRows(tx);
		if (!seesCatalogueDrafts(actor)) query = query.where("state", "<>", "draft");
		return { rows: (await query.orderBy("number", "desc").execute()).map(catalogueRow) };
	},
});

export const catalogueVersion = operation(contract.catalogueVersion)({
	load: ({ tx, actor }, input) => catalogueVersionInScope(tx, actor, input.id),
	may: mayReadCatalogue,
	run: async ({ actor }, _, row) => catalogueView(row, actor),
});

export const publicDesk = operation(contract.publicDesk)({
	may: mayAnyone,
	async run({ tx }) {
		const catalogue = await inForce(tx);
		if (!catalogue) throw notFound("catalogue-version");
		const { contacts, openingHours, competentBodies } = catalogue.content;
		return { contacts, openingHours, competentBodies };
	},
});
