import type { Context } from "../../../platform/operation.ts";
import { catalogueDefaults } from "../../catalogue/rules/catalogue-content.ts";
import { statutoryReplyDays } from "../../calendars/rules/statutory-reply.ts";
import { ownTargets } from "../read/first-level.ts";
import { legalAllowances, legalKinds } from "../rules/kinds.ts";
import { msOf } from "../rules/targets.ts";
import { type Start, startClocks } from "./clocks.ts";

/**
 * Starts what is owed from the receipt of a letter on: the reply within 15 days, always, and the contact centre's own
 * targets where its catalogue promises any. `round` counts answers owed: a reopened ticket is owed a new one.
 */
export async function startReply(
	context: Context,
	ticketId: string,
	round: number,
	receivedAt: Temporal.Instant,
): Promise<void> {
	const catalogue = await ownTargets(context);
	const warningShare = catalogue?.content.warningShare ?? catalogueDefaults.warningShare;
	const common = { ticketId, round, startedAt: receivedAt, warningShare };
	const statutory: Start = {
		...common,
		kind: "STATUTORY",
		hours: "CALENDAR_DAYS",
		clause: { section: "UUP-17", table: null, row: null },
		allowance: { unit: "days", days: statutoryReplyDays, daysDueAt: "closing" },
	};
	const { response = null, resolution = null } = catalogue?.content.firstLevelTargets ?? {};
	const own = [["FIRST_LEVEL_RESPONSE", response] as const, ["FIRST_LEVEL_RESOLUTION", resolution] as const].flatMap(
		([kind, duration]): Start[] =>
			catalogue === null || duration === null
				? []
				: [
						{
							...common,
							kind,
							catalogueVersionId: catalogue.id,
							hours: "OPENING_HOURS",
							clause: { section: "CATALOGUE", table: null, row: null },
							allowance: { unit: "ms", ms: msOf(duration) },
						},
					],
	);
	await startClocks(context, [statutory, ...own]);
}

/**
 * The notifications that a security matter may need, in real hours from when it reached us (F16–F18). They are suggestions:
 * a person decides whether the matter is significant, the desk reports nothing by itself.
 */
export async function startLegal(
	context: Context,
	ticketId: string,
	receivedAt: Temporal.Instant,
	isPersonalData: boolean,
): Promise<void> {
	const kinds = legalKinds.filter((kind) => kind !== "GDPR_AUTHORITY" || isPersonalData);
	const catalogue = await ownTargets(context);
	await startClocks(
		context,
		kinds.map((kind) => ({
			ticketId,
			kind,
			round: 1,
			hours: "ALWAYS",
			clause: { section: legalAllowances[kind].section, table: null, row: null },
			allowance: { unit: "ms", ms: legalAllowances[kind].ms },
			warningShare: catalogue?.content.warningShare ?? catalogueDefaults.warningShare,
			startedAt: receivedAt,
		})),
	);
}
