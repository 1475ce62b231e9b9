import settleDelivery from "../../desk/channels/operations/settle-delivery.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { sendDue } from "../../platform/mail/sender.ts";
import type { Transport } from "../../platform/mail/transport.ts";
import type { Desk, Perform } from "../perform.ts";

const sender = { kind: "system", name: "mail-sender" } as const;
const senderName = "Enotni kontaktni center državne uprave";

/** Sends the mails that are due now; gives how many were tried. The outcome of each is an act of its own. */
export const sendMail = (desk: Desk, perform: Perform, transport: Transport): Promise<number> =>
	sendDue({
		database: desk.database,
		store: desk.store,
		clock: desk.clock,
		settings: desk.settings,
		transport,
		senderName,
		async settle(id, attempt) {
			try {
				await perform(settleDelivery, sender, { id, ...attempt, response: attempt.response.slice(0, 2000) });
			} catch (error) {
				// Another sender settled it after this one's lease had run out: the record already says what happened.
				if (!(error instanceof Refusal && error.code === "already-settled")) throw error;
			}
		},
	});
