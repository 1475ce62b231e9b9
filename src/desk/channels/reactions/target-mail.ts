import { momentText } from "../../../kernel/slovenian.ts";
import type { Context } from "../../../platform/operation.ts";
import { maskName } from "../../tickets/rules/names.ts";
import { maskedForSecondLevel, maskPersonalData } from "../../tickets/rules/personal-data.ts";
import { contentElsewhere, handOverMail } from "../notices-second-level.ts";
import type { Letter } from "../rules/clock-letters.ts";
import { type HandedOver, secondLevelLink, type TicketForMail } from "../ticket-mail.ts";

/** Personal numbers, addresses and the user's name covered (§2.2 rule 3). */
export const masked = (text: string, ticket: TicketForMail): string =>
	maskName(maskPersonalData(text, maskedForSecondLevel).text, ticket.user_name);

/** The ticket itself, to a target of the escalation path; one that is not the first reads in the letter what ran out. */
export function targetMail(context: Context, ticket: TicketForMail, given: HandedOver, letter: Letter | null) {
	const { respondBy, resolveBy, summary, request } = given;
	return handOverMail({
		...secondLevelLink(context, ticket),
		service: ticket.service_name ?? "",
		category: `${ticket.category} ${ticket.category_label ?? ""}`.trim(),
		priority: ticket.priority ?? "NONE",
		respondBy: respondBy && momentText("sl", respondBy),
		resolveBy: resolveBy && momentText("sl", resolveBy),
		summary: ticket.restricted ? contentElsewhere : masked(summary, ticket),
		request: ticket.restricted ? null : masked(request, ticket),
		nextTarget: letter,
	});
}

export const filesFor = (ticket: TicketForMail, { files }: HandedOver) => ({
	attachments: ticket.restricted ? [] : files,
});
