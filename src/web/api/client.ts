import type { z } from "zod";
import type { Contract } from "../../kernel/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { refusalOf, requestOf } from "./http.ts";

/**
 * Performs an operation over HTTP: the answer as the contract promises it, or a `Refusal`.
 *
 * `keepalive`: also finished when the window closes. An act carries a fresh `Idempotency-Key` unless the caller brings one, so that the same form sent twice is one ticket.
 */
export const call = async <Input extends z.ZodType, Output extends z.ZodType>(
	contract: Contract<Input, Output>,
	input: z.input<Input>,
	more: { key?: string; signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<z.output<Output>> => {
	const { method, path, body } = requestOf(contract, input);
	const headers = new Headers({ accept: "application/json" });
	if (body !== undefined) headers.set("content-type", "application/json");
	if (contract.kind === "act") headers.set("idempotency-key", more.key ?? crypto.randomUUID());
	const { keepalive = false } = more;
	const init = { method, headers, keepalive, ...(body === undefined ? {} : { body }), ...signalOf(more) };
	const answer = await reach(path, init);
	return answer as z.output<Output>;
};

const signalOf = (more: { signal?: AbortSignal }) => (more.signal === undefined ? {} : { signal: more.signal });

/** Fetches JSON from our own server; no connection is the refusal `offline`, an error status the refusal it carries. */
export const reach = async (path: string, init: RequestInit = {}): Promise<unknown> => {
	let response: Response;
	try {
		response = await fetch(path, { credentials: "same-origin", ...init });
	} catch (cause) {
		if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
		throw new Refusal("unavailable", "offline", { cause });
	}
	const text = await response.text();
	const body = parsed(text);
	if (!response.ok) throw refusalOf(response.status, body);
	return body;
};

const parsed = (text: string): unknown => {
	try {
		return text === "" ? null : JSON.parse(text);
	} catch {
		return null;
	}
};
