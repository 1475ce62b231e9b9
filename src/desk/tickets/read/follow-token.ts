import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import { TicketId } from "../../../kernel/id.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import type { Settings } from "../../../platform/config/settings.ts";

const keys = new WeakMap<Settings, KeyObject>();

const keyOf = (settings: Settings): KeyObject => {
	if (settings.secret === null) throw new Error("no secret: the desk has not been started");
	const key = keys.get(settings) ?? createSecretKey(settings.secret, "utf8");
	keys.set(settings, key);
	return key;
};

const macOf = (settings: Settings, id: Buffer): Buffer =>
	createHmac("sha256", keyOf(settings)).update("follow\0").update(id).digest().subarray(0, 16);

/**
 * The secret of a tracking link: the ticket's id and a 128-bit MAC of it. Made anew for every mail instead of kept, so that
 * each mail can carry the link and no stored row gives one away.
 */
export function followToken(settings: Settings, ticketId: string): string {
	const id = Buffer.from(ticketId.replaceAll("-", ""), "hex");
	return Buffer.concat([id, macOf(settings, id)]).toString("base64url");
}

/** The address of the tracking page, on the configured base URL whatever the request's Host says. */
export const followUrl = (settings: Settings, ticketId: string): string =>
	`${settings.baseUrl}/sledenje/${followToken(settings, ticketId)}`;

/** The ticket that a tracking link opens; refuses anything else as `not-found`, in the same time. */
export function ticketOfToken(settings: Settings, token: string): TicketId {
	const bytes = Buffer.from(token, "base64url");
	const id = bytes.subarray(0, 16);
	const given = bytes.subarray(16);
	if (bytes.length !== 32 || !timingSafeEqual(given, macOf(settings, id))) {
		throw new Refusal("not-found", "not-found", { details: { what: "ticket" } });
	}
	const hex = id.toString("hex");
	return TicketId.parse(
		`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
	);
}
