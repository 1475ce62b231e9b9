import type { Context } from "../../../platform/operation.ts";
import { catalogueInForce } from "../../catalogue/read.ts";
import { catalogueDefaults } from "../../catalogue/rules/catalogue-content.ts";

export type CatalogueDays = {
	readonly reminderDays: readonly number[];
	readonly autoCloseDays: number;
	readonly reopenDays: number;
};

/** The days after which silence counts (§2.3), as the catalogue in force says; its defaults before there is one. */
export async function catalogueDays(context: Context): Promise<CatalogueDays> {
	const catalogue = await catalogueInForce(context.tx);
	return catalogue?.content ?? catalogueDefaults;
}
