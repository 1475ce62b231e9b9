import { strictAddress } from "./addresses.ts";
import { headerValues, type Header } from "./headers.ts";

/** What a delivery report (RFC 3464) says about one recipient of one mail. */
export type DeliveryReport = {
	/** Message-ID of the mail it reports on, as the report quotes it; null when it quotes none. */
	readonly messageId: string | null;
	readonly recipient: string;
	readonly action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
	/** Enhanced status (`5.1.1`), empty when the report gives none. */
	readonly status: string;
};

type Part = { readonly type: string; readonly bytes: Uint8Array };

const textOf = (part: Part | undefined): string =>
	part === undefined
		? ""
		: Buffer.from(part.bytes)
				.subarray(0, 64 * 1024)
				.toString("latin1");

const field = (text: string, name: string): string =>
	new RegExp(`^${name}:[ \\t]*([^\\r\\n]{1,500})`, "im").exec(text)?.[1]?.trim() ?? "";

/** Reads a delivery report; null for any other mail and for a report that names no recipient. */
export function deliveryReport(headers: readonly Header[], parts: readonly Part[]): DeliveryReport | null {
	if (!/^multipart\/report/i.test(headerValues(headers, "content-type")[0] ?? "")) return null;
	const report = textOf(parts.find((part) => part.type === "message/delivery-status"));
	const returned = textOf(parts.find((part) => part.type === "message/rfc822" || part.type === "text/rfc822-headers"));
	const address = (field(report, "original-recipient") || field(report, "final-recipient")).replace(
		/^[a-z0-9-]+;\s*/i,
		"",
	);
	const recipient = strictAddress(address.replace(/^<|>$/g, ""));
	const action = /^(failed|delayed|delivered|relayed|expanded)/i.exec(field(report, "action"))?.[1]?.toLowerCase();
	if (recipient === null || action === undefined) return null;
	return {
		messageId: /<[^<>\s]{3,400}>/.exec(field(returned, "message-id"))?.[0] ?? null,
		recipient,
		action: action as DeliveryReport["action"],
		status: /^\d\.\d{1,3}\.\d{1,3}/.exec(field(report, "status"))?.[0] ?? "",
	};
}
