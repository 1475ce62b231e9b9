import { createHmac, timingSafeEqual } from "node:crypto";

/** What the tokens of one installation are made with: its secret, the domain and the mailbox mail comes to. */
export type MailIdentity = { readonly secret: string; readonly mailbox: string; readonly domain: string };

const digits = 25; // 128 bits in base 36

const toBase36 = (hex: string, length: number): string => BigInt(`0x${hex}`).toString(36).padStart(length, "0");

function uuidToBase36(id: string): string {
	return toBase36(id.replaceAll("-", ""), digits);
}

function uuidFromBase36(text: string): string | null {
	let value = 0n;
	for (const char of text) value = value * 36n + BigInt(Number.parseInt(char, 36));
	const hex = value.toString(16).padStart(32, "0");
	return hex.length > 32 ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const mac = (identity: MailIdentity, purpose: string, text: string, bytes: number): string => {
	const digest = createHmac("sha256", identity.secret).update(`${purpose}\0${text}`).digest("hex");
	return toBase36(digest.slice(0, bytes * 2), Math.ceil((bytes * 8) / Math.log2(36)));
};

const same = (left: string, right: string): boolean =>
	left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

/** The Message-ID of an outbox row: the same at every attempt, and nobody without the secret can make one (96-bit MAC). */
export const messageIdOf = (identity: MailIdentity, outboxId: string): string => {
	const id = uuidToBase36(outboxId);
	return `<${id}.${mac(identity, "message-id", id, 12)}@${identity.domain}>`;
};

const messageIdForm = /^<([0-9a-z]{25})\.([0-9a-z]{19})@([^<>\s@]{1,255})>$/;

/** The outbox row that a Message-ID of ours names, or null when it is not ours. */
export function readMessageId(identity: MailIdentity, messageId: string): string | null {
	const [, id = "", given = "", domain = ""] = messageIdForm.exec(messageId) ?? [];
	if (domain.toLowerCase() !== identity.domain.toLowerCase()) return null;
	return same(given, mac(identity, "message-id", id, 12)) ? uuidFromBase36(id) : null;
}

/** Which conversation a reply belongs to: `thread` is one lower-case letter that the caller defines. */
export type ReplyToken = { readonly thread: string; readonly id: string };

/** `mailbox+token@domain`: the address under which replies come back to one conversation (80-bit MAC, 46 characters + mailbox). */
export const replyAddress = (identity: MailIdentity, token: ReplyToken): string => {
	const plain = token.thread + uuidToBase36(token.id);
	return `${identity.mailbox}+${plain}${mac(identity, "reply-address", plain, 10)}@${identity.domain}`;
};

/** The conversation that an address of ours names, or null: no token, a wrong MAC, another domain. Case does not matter. */
export function readReplyAddress(identity: MailIdentity, address: string): ReplyToken | null {
	const [local = "", domain = ""] = address.toLowerCase().split("@");
	const prefix = `${identity.mailbox.toLowerCase()}+`;
	if (domain !== identity.domain.toLowerCase() || !local.startsWith(prefix)) return null;
	const [, thread = "", id = "", given = ""] =
		/^([a-z])([0-9a-z]{25})([0-9a-z]{16})$/.exec(local.slice(prefix.length)) ?? [];
	if (!same(given, mac(identity, "reply-address", thread + id, 10))) return null;
	const uuid = uuidFromBase36(id);
	return uuid === null ? null : { thread, id: uuid };
}

/** Whether the door takes mail for this address: our mailbox or postmaster (RFC 5321 §4.5.1), with or without a plus part. */
export const isOurs = (identity: MailIdentity, address: string): boolean => {
	const [local = "", domain = ""] = address.toLowerCase().split("@");
	const name = local.split("+")[0] ?? "";
	return domain === identity.domain.toLowerCase() && (name === identity.mailbox.toLowerCase() || name === "postmaster");
};
