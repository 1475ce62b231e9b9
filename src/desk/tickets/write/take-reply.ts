import { UserGroup } from "../rules/codes.ts";
import type { Context } from "../../../platform/operation.ts";
import { messageAdded, ticketResumed } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { reporterOf } from "../read/reporter.ts";
import type { LoadedTicket } from "../read/ticket-row.ts";
import type { Channel, TicketState } from "../rules/codes.ts";
import { addMessage, bump, move, type Moved, type NewMessage, openTicket } from "../write.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { endPause, noSilence } from "./silence.ts";

export type Reply = Omit<NewMessage, "kind" | "audience" | "direction" | "channel"> & {
	readonly from: "USER" | "SECOND_LEVEL" | "OTHER_BODY";
	readonly channel: Channel;
};

type Taken = { readonly ticket: Moved; readonly outcome: "ADDED" | "REOPENED" | "NEW_TICKET" };

/**
 * What became of a further word on a ticket. The user's one wakes a ticket that waits, opens one again that was answered or
 * closed within the catalogue's days, and after them begins a new ticket that is linked to the old. One that was marked as
 * unsolicited is received again: whoever writes a second time may have been taken for somebody else. What no person wrote is
 * kept and does nothing.
 */
export async function takeReply(context: Context, ticket: LoadedTicket, reply: Reply): Promise<Taken> {
	if (reply.from !== "USER" || reply.isAutomatic)
		return { ticket: await add(context, ticket, reply), outcome: "ADDED" };
	const { state } = ticket.situation;
	if (state === "waitingUser") return { ticket: await wake(context, ticket, reply), outcome: "ADDED" };
	if (state !== "answered" && state !== "closed" && state !== "spam") {
		return { ticket: await add(context, ticket, reply), outcome: "ADDED" };
	}
	const isInTime = mayDo("reopen", { kind: "system", name: "reply" }, ticket).length === 0;
	return isInTime
		? { ticket: await reopenTicket(context, ticket, "USER", messageOf(reply)), outcome: "REOPENED" }
		: { ticket: await followUp(context, ticket, reply), outcome: "NEW_TICKET" };
}

const messageOf = ({ from, ...message }: Reply): NewMessage =>
	from === "USER"
		? { ...message, kind: "REPLY", audience: "USER", direction: "IN" }
		: {
				...message,
				kind: from === "OTHER_BODY" ? "FROM_OTHER_BODY" : "REPLY",
				audience: "SECOND_LEVEL",
				direction: "IN",
			};

async function add(context: Context, ticket: LoadedTicket, reply: Reply): Promise<Moved> {
	const moved = await bump(context, ticket);
	const message = messageOf(reply);
	const messageId = await addMessage(context, moved.id, message);
	const { kind, audience, direction, channel = null } = message;
	context.record(messageAdded.of(moved.id, moved.version, { messageId, kind, audience, direction, channel }));
	return moved;
}

async function wake(context: Context, ticket: LoadedTicket, reply: Reply): Promise<Moved> {
	const moved = await move(context, ticket, "continue", noSilence);
	await endPause(context, moved.id);
	const messageId = await addMessage(context, moved.id, messageOf(reply));
	context.record(
		ticketResumed.of(moved.id, moved.version, { to: moved.state as TicketState, by: "ANSWER", messageId }),
	);
	return moved;
}

async function followUp(context: Context, ticket: LoadedTicket, reply: Reply): Promise<Moved> {
	const { from: _, channel, at, ...message } = reply;
	const { row } = ticket;
	const opened = await openTicket(context, {
		channel,
		reporter: { ...(await reporterOf(context.tx, row.id)), group: UserGroup.parse(row.user_group) },
		subject: row.subject,
		language: row.language as "sl" | "en",
		serviceId: row.service_id,
		receivedAt: at ?? context.now,
		followUpOf: row.id,
		message,
	});
	await context.tx
		.insertInto("ticket_link")
		.values({ ticket_id: opened.id, to_id: row.id, kind: "FOLLOW_UP" })
		.execute();
	return opened;
}
