import { refuseIf } from "../../../kernel/refusal.ts";
import type { Context } from "../../../platform/operation.ts";
import { interimReplySent, ticketPaused } from "../facts.ts";
import { catalogueDays } from "../read/catalogue-days.ts";
import type { LoadedTicket } from "../read/ticket-row.ts";
import type { SendKind } from "../rules/codes.ts";
import { expectedDayObstacles } from "../rules/expected-day.ts";
import { resumeAfter } from "../rules/life-cycle.ts";
import { addMessage, move, type Moved } from "../write.ts";
import { answerTicket, channelToUser } from "./answer-ticket.ts";
import { beginPause, silenceAfterQuestion } from "./silence.ts";

type Said = { readonly body: string; readonly byPhone: boolean };

/** What a word to the user does, whether it is said at once or comes out of the outbox. */
export function sendToUser(
	context: Context,
	ticket: LoadedTicket,
	kind: SendKind,
	said: Said & { readonly expectedOn: Temporal.PlainDate | null },
): Promise<Moved> {
	switch (kind) {
		case "answer":
			return answerTicket(context, ticket, said);
		case "askUser":
			return askUserFor(context, ticket, said);
		case "interimReply":
			return replyForNow(context, ticket, said);
	}
}

async function askUserFor(context: Context, ticket: LoadedTicket, said: Said): Promise<Moved> {
	const from = resumeAfter("askUser", ticket.situation.state);
	const moved = await move(context, ticket, "askUser", {
		resume_state: from,
		...silenceAfterQuestion(context, await catalogueDays(context)),
	});
	await beginPause(context, moved.id);
	const messageId = await addMessage(context, moved.id, {
		kind: "QUESTION_TO_USER",
		audience: "USER",
		direction: "OUT",
		channel: channelToUser(ticket, said.byPhone),
		body: said.body,
	});
	context.record(ticketPaused.of(moved.id, moved.version, { from, messageId }));
	return moved;
}

async function replyForNow(
	context: Context,
	ticket: LoadedTicket,
	{ body, byPhone, expectedOn }: Said & { readonly expectedOn: Temporal.PlainDate | null },
): Promise<Moved> {
	const day = expectedOn?.toString() ?? null;
	refuseIf(expectedDayObstacles(day, context.today));
	const moved = await move(context, ticket, "interimReply", { interim_expected_on: expectedOn });
	const messageId = await addMessage(context, moved.id, {
		kind: "INTERIM_REPLY",
		audience: "USER",
		direction: "OUT",
		channel: channelToUser(ticket, byPhone),
		body,
	});
	context.record(interimReplySent.of(moved.id, moved.version, { expectedOn: day ?? "", messageId }));
	return moved;
}
