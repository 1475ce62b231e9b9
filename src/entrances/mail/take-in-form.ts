import type { z } from "zod";
import { FormInput } from "../../desk/channels/contract.ts";
import settleArrival from "../../desk/channels/operations/settle-arrival.ts";
import submitForm from "../../desk/channels/operations/submit-form.ts";
import receive from "../../desk/tickets/operations/receive.ts";
import { followToken } from "../../desk/tickets/read.ts";
import type { receive as receiveContract } from "../../desk/tickets/contract.ts";
import type { FileId } from "../../kernel/id.ts";
import { failpoint } from "../../platform/failpoint.ts";
import type { DueArrival } from "../../platform/mail/inbox.ts";
import type { Desk, Perform } from "../perform.ts";
import { isAlreadySettled, keyOf } from "./intake-parts.ts";

const formDoor = { kind: "system", name: "form" } as const;

type Ticket = z.output<typeof receiveContract.output>;

/** The ticket with the token of its tracking page; null for a form that waits in quarantine. */
export type FormReceipt = (Ticket & { readonly token: string }) | null;

/** Makes a kept form a ticket; the same form again is the same ticket. */
export async function takeInForm(
	{ desk, perform }: { readonly desk: Desk; readonly perform: Perform },
	arrival: Pick<DueArrival, "id" | "file" | "received_at">,
): Promise<Ticket> {
	const raw = await desk.database.read((tx) => desk.store.get(tx, arrival.file as FileId));
	const { website: _, ...form } = FormInput.parse(JSON.parse(raw.toString("utf8")));
	const input = { channel: "WEB_FORM", ...form, receivedAt: arrival.received_at.toString() };
	const ticket = await perform(receive, formDoor, input, keyOf(arrival, "new"));
	failpoint("after-ticket-commit");
	const settled = { id: arrival.id, outcome: "NEW_TICKET", ticketId: ticket.id };
	await perform(settleArrival, formDoor, settled).catch((error) => {
		if (!isAlreadySettled(error)) throw error;
	});
	return ticket;
}

/**
 * The public form from its door to the ticket: kept first, then taken in, so that a form is not lost when the second step
 * fails (the intake loop finishes it). Gives the ticket with its tracking token; null for a form that a machine filled in,
 * which waits in quarantine. `key` makes a form that is sent twice one ticket.
 */
export async function handInForm(
	parts: { readonly desk: Desk; readonly perform: Perform },
	form: unknown,
	key: string,
): Promise<FormReceipt> {
	const { id, isHeld } = await parts.perform(submitForm, { kind: "public" }, form, { idempotencyKey: `form:${key}` });
	if (isHeld) return null;
	const arrival = await parts.desk.database.read((tx) =>
		tx.selectFrom("inbox").select(["id", "file", "received_at"]).where("id", "=", id).executeTakeFirstOrThrow(),
	);
	const ticket = await takeInForm(parts, arrival);
	// A form that is sent again leads to the same page: the token is made, not kept.
	return { ...ticket, token: followToken(parts.desk.settings, ticket.id) };
}
