import type { Context } from "../../../platform/operation.ts";
import { catalogueInForce } from "../../catalogue/read.ts";
import { catalogueDefaults } from "../../catalogue/rules/catalogue-content.ts";

/** What the contact centre promises of itself, by the catalogue in force; nothing before there is one. */
export const ownTargets = (context: Context) => catalogueInForce(context.tx);

/** Share of an allowance, in percent, after which its holder is warned. */
export const warningShareOf = async (context: Context): Promise<number> =>
	(await ownTargets(context))?.content.warningShare ?? catalogueDefaults.warningShare;
