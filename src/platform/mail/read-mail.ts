import PostalMime, { decodeWords, type Attachment, type Email } from "postal-mime";
import { mailboxes, type Mailbox } from "./addresses.ts";
import { automaticReason, type AutomaticReason } from "./automatic.ts";
import { declareCharset } from "./charset.ts";
import { bodySafe, headerSafe, headerValues, type Header } from "./headers.ts";
import { splitHistory } from "./history.ts";
import { plainText, safeHtml } from "./html.ts";
import { languageOf } from "./language.ts";
import { deliveryReport, type DeliveryReport } from "./delivery-report.ts";

/** What an attached part is to the reader: shown as what it is, never opened for him. */
export type PartKind = "FILE" | "MESSAGE" | "CALENDAR" | "WINMAIL" | "SIGNATURE" | "ENCRYPTED";

export type MailPart = {
	readonly name: string;
	readonly type: string;
	readonly kind: PartKind;
	readonly contentId: string | null;
	readonly bytes: Uint8Array;
};

/** A mail read with care: nothing in it is markup, a header break or an address that its sender did not plainly write. */
export type Mail = {
	readonly messageId: string | null;
	readonly from: Mailbox;
	readonly recipients: readonly string[];
	readonly subject: string;
	/** Message-IDs it answers: In-Reply-To, then References from the last to the first. */
	readonly references: readonly string[];
	readonly fresh: string;
	readonly history: string;
	readonly html: string | null;
	/** Text or HTML was longer than is kept for a conversation. */
	readonly isCut: boolean;
	readonly parts: readonly MailPart[];
	readonly automatic: AutomaticReason | null;
	readonly report: DeliveryReport | null;
	readonly language: "sl" | "en";
};

export type UnreadableReason =
	| "too-large"
	| "too-deep"
	| "too-many-parts"
	| "headers-too-large"
	| "no-sender"
	| "several-senders"
	| "empty-result"
	| "unparsable"
	| "too-slow"
	| "too-much-memory";

export class Unreadable extends Error {
	override readonly name = "Unreadable";
	readonly reason: UnreadableReason;
	constructor(reason: UnreadableReason, cause?: unknown) {
		super(reason, { cause });
		this.reason = reason;
	}
}

/** The reason that a thrown value stands for; what is not ours is "unparsable" and goes to quarantine like the rest. */
export const unreadableReason = (error: unknown): UnreadableReason =>
	error instanceof Unreadable ? error.reason : "unparsable";

export const mailLimits = {
	bytes: 25 * 1024 * 1024,
	headerBytes: 256 * 1024,
	depth: 30,
	parts: 200,
	/** Text kept for a conversation; what is longer is complete in the raw mail. */
	textCharacters: 200_000,
	htmlCharacters: 1_000_000,
} as const;

/**
 * Reads raw mail within the limits; throws `Unreadable` with the reason for quarantine. `envelopeFrom` is the SMTP return
 * path, empty for reports.
 */
export async function readMail(raw: Uint8Array, envelopeFrom: string): Promise<Mail> {
	if (raw.byteLength > mailLimits.bytes) throw new Unreadable("too-large");
	const email = await parse(declareCharset(raw));
	if (email.attachments.length > mailLimits.parts) throw new Unreadable("too-many-parts");
	const headers: Header[] = email.headers;
	const from = singleSender(headers);
	const { text, html, isCut } = bodies(email);
	const parts = email.attachments.map(partOf);
	if (text.trim() === "" && parts.length === 0 && saysSomething(email.html ?? bodyOf(raw)))
		throw new Unreadable("empty-result");
	const subject = headerSafe(decodeWords(headerValues(headers, "subject")[0] ?? ""));
	return {
		messageId: messageIds(headerValues(headers, "message-id")[0] ?? "")[0] ?? null,
		from,
		recipients: [...headerValues(headers, "to"), ...headerValues(headers, "cc")]
			.flatMap(mailboxes)
			.map((mailbox) => mailbox.address)
			.slice(0, 200),
		subject,
		references: [
			...headerValues(headers, "in-reply-to").flatMap(messageIds),
			...headerValues(headers, "references").flatMap(messageIds).reverse(),
		].slice(0, 50),
		...splitHistory(text),
		html,
		isCut,
		parts,
		automatic: automaticReason(headers, envelopeFrom, from.address),
		report: deliveryReport(headers, parts),
		language: languageOf(`${subject}\n${text}`),
	};
}

async function parse(raw: Uint8Array): Promise<Email> {
	try {
		return await PostalMime.parse(raw, {
			maxNestingDepth: mailLimits.depth,
			maxHeadersSize: mailLimits.headerBytes,
			maxRfc822NestingDepth: 3,
			forceRfc822Attachments: true,
		});
	} catch (error) {
		// The parser has no codes; its two limits are told apart by what they measure.
		const message = error instanceof Error ? error.message : "";
		throw new Unreadable(
			/nesting/i.test(message) ? "too-deep" : /header/i.test(message) ? "headers-too-large" : "unparsable",
			error,
		);
	}
}

/** Exactly one From header with exactly one address: with two of them every program shows another one. */
function singleSender(headers: readonly Header[]): Mailbox {
	const fields = headerValues(headers, "from");
	const [first, ...others] = fields.flatMap(mailboxes);
	if (fields.length > 1 || others.length > 0) throw new Unreadable("several-senders");
	if (first === undefined) throw new Unreadable("no-sender");
	return first;
}

function bodies(email: Email): Pick<Mail, "html" | "isCut"> & { text: string } {
	const given = (email.html ?? "").slice(0, mailLimits.htmlCharacters);
	const html = given.trim() === "" ? null : given;
	const plain = bodySafe(email.text ?? "").trim();
	const text = plain === "" && html !== null ? plainText(html) : plain;
	return {
		text: text.slice(0, mailLimits.textCharacters),
		html: html === null ? null : safeHtml(html),
		isCut: text.length > mailLimits.textCharacters || given.length < (email.html ?? "").length,
	};
}

const bodyOf = (raw: Uint8Array): string => {
	const text = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 4 * mailLimits.headerBytes)).toString(
		"latin1",
	);
	const end = /\r?\n\r?\n/.exec(text);
	return end === null
		? ""
		: text.slice(end.index).replace(/^(?:--|content-|[ \t]+(?:charset|boundary|format)=).*$/gim, "");
};

/** Whether there are words in a body that came out empty: both usual parsers lose some without an error. */
const saysSomething = (body: string): boolean =>
	/[^\s<>]/.test(
		body
			.slice(0, 20_000)
			.replace(/<(style|script|head)\b[^<>]*>[^]*?<\/\1>/gi, "")
			.replace(/<[^<>]*>/g, "")
			.replace(/&nbsp;|&#160;|=\r?\n/gi, ""),
	);

/** Message-IDs in a header; an empty `<>` and anything with blanks matches nothing. */
const messageIds = (value: string): string[] => value.match(/<[^<>\s]{3,400}>/g) ?? [];

const kinds: readonly [RegExp, PartKind][] = [
	[/^application\/(?:vnd\.)?ms-tnef$/, "WINMAIL"],
	[/^application\/(?:x-)?pkcs7-signature$|^application\/pgp-signature$/, "SIGNATURE"],
	[/^application\/(?:x-)?pkcs7-mime$|^application\/pgp-encrypted$/, "ENCRYPTED"],
	[/^text\/calendar$|^application\/ics$/, "CALENDAR"],
	[/^message\/rfc822$/, "MESSAGE"],
];

function partOf(part: Attachment, index: number): MailPart {
	const name = (part.filename ?? "").split(/[/\\]/).at(-1) ?? "";
	const known = kinds.find(([pattern]) => pattern.test(part.mimeType))?.[1];
	const content = typeof part.content === "string" ? Buffer.from(part.content) : part.content;
	return {
		name: headerSafe(name, 150).replace(/[<>:"|?*]/g, "_") || `priloga-${index + 1}`,
		type: /^[a-z0-9.+-]{1,80}\/[a-z0-9.+-]{1,80}$/.test(part.mimeType) ? part.mimeType : "application/octet-stream",
		kind: known ?? (/^winmail\.dat$/i.test(name) ? "WINMAIL" : /^smime\.p7m$/i.test(name) ? "ENCRYPTED" : "FILE"),
		contentId: part.contentId === undefined ? null : headerSafe(part.contentId.replace(/^<|>$/g, ""), 200),
		bytes: new Uint8Array(content),
	};
}
