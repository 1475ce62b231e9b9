import type { Context } from "../../../platform/operation.ts";
import { ticketAnswered } from "../facts.ts";
import { catalogueDays } from "../read/catalogue-days.ts";
import type { LoadedTicket } from "../read/ticket-row.ts";
import type { Channel } from "../rules/codes.ts";
import { addMessage, move, type Moved } from "../write.ts";
import { silenceAfterAnswer } from "./silence.ts";

/** How a word reaches the user: as said, else by mail; without an address by phone, or on the tracking page alone. */
export const channelToUser = (ticket: LoadedTicket, byPhone: boolean): Channel =>
	byPhone
		? "PHONE"
		: ticket.situation.hasMailAddress
			? "EMAIL"
			: ticket.situation.channel === "PHONE"
				? "PHONE"
				: "WEB_FORM";

/** Answers the user: the statutory clock stops, silence from now on closes the ticket. */
export async function answerTicket(
	context: Context,
	ticket: LoadedTicket,
	said: { readonly body: string; readonly byPhone: boolean; readonly kind?: "ANSWER" | "REDIRECT" },
): Promise<Moved> {
	const moved = await move(context, ticket, "answer", {
		answered_at: context.now,
		...silenceAfterAnswer(context, await catalogueDays(context)),
	});
	const channel = channelToUser(ticket, said.byPhone);
	const messageId = await addMessage(context, moved.id, {
		kind: said.kind ?? "ANSWER",
		audience: "USER",
		direction: "OUT",
		channel,
		body: said.body,
	});
	context.record(ticketAnswered.of(moved.id, moved.version, { messageId, channel }));
	return moved;
}
