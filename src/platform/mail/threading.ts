import { readMessageId, readReplyAddress, type MailIdentity, type ReplyToken } from "./tokens.ts";

/**
 * A hint at the conversation a mail belongs to. `MESSAGE` and `ADDRESS` carry our MAC; `SUBJECT` is only a number that anyone
 * can write. None of them says who the sender is: that he takes part in the conversation is checked after this.
 */
export type ThreadClue =
	| { readonly by: "MESSAGE"; readonly outboxId: string }
	| { readonly by: "ADDRESS"; readonly token: ReplyToken }
	| { readonly by: "SUBJECT"; readonly number: number };

export type ThreadInput = {
	/** Message-IDs of In-Reply-To, then of References from the last to the first. */
	readonly references: readonly string[];
	/** Addresses the mail was sent to: envelope, To, Cc. */
	readonly recipients: readonly string[];
	readonly subject: string;
};

/** Clues in the order in which they are believed; `numberIn` finds the number that a subject names. */
export function threadClues(
	identity: MailIdentity,
	mail: ThreadInput,
	numberIn: (subject: string) => number | null,
): ThreadClue[] {
	const clues: ThreadClue[] = [];
	for (const reference of mail.references) {
		const outboxId = readMessageId(identity, reference);
		if (outboxId !== null) clues.push({ by: "MESSAGE", outboxId });
	}
	for (const recipient of mail.recipients) {
		const token = readReplyAddress(identity, recipient);
		if (token !== null) clues.push({ by: "ADDRESS", token });
	}
	const number = numberIn(mail.subject);
	if (number !== null) clues.push({ by: "SUBJECT", number });
	return clues;
}
