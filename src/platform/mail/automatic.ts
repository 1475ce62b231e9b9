import { headerValues, type Header } from "./headers.ts";

/** Why a mail is automatic: it may become part of a conversation, it is never answered. */
export type AutomaticReason =
	| "AUTO_SUBMITTED"
	| "PRECEDENCE"
	| "SUPPRESS"
	| "LIST"
	| "DELIVERY_REPORT"
	| "EMPTY_SENDER"
	| "ROBOT";

const first = (headers: readonly Header[], key: string): string => (headerValues(headers, key)[0] ?? "").toLowerCase();
const robots = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:$|[+.=-])/;

/**
 * Recognises mail that no person has written (RFC 3834, RFC 2919, RFC 3464, Microsoft's suppression header); null = a person.
 *
 * `envelopeFrom` is the SMTP return path: empty for delivery reports, undefined when the door does not know it.
 */
export function automaticReason(
	headers: readonly Header[],
	envelopeFrom: string | undefined,
	from = "",
): AutomaticReason | null {
	const submitted = first(headers, "auto-submitted").split(/[;\s]/)[0] ?? "";
	if (first(headers, "content-type").startsWith("multipart/report")) return "DELIVERY_REPORT";
	if (submitted !== "" && submitted !== "no") return "AUTO_SUBMITTED";
	if (headerValues(headers, "return-path").includes("<>") || envelopeFrom === "") return "EMPTY_SENDER";
	if (/^(?:bulk|junk|list|auto_reply)$/.test(first(headers, "precedence"))) return "PRECEDENCE";
	const suppress = first(headers, "x-auto-response-suppress");
	if (suppress !== "" && suppress !== "none") return "SUPPRESS";
	if (headers.some((header) => header.key.startsWith("list-"))) return "LIST";
	if (["x-autoreply", "x-autorespond", "x-autoresponder"].some((key) => first(headers, key) !== ""))
		return "AUTO_SUBMITTED";
	return robots.test(from.split("@")[0] ?? "") ? "ROBOT" : null;
}
