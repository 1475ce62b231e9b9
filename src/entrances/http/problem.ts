import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal, type RefusalKind } from "../../kernel/refusal.ts";
import type { Language } from "../../kernel/values.ts";
import { refusalSentence } from "../refusal-text.ts";

/** The one table from kinds of refusal to HTTP (RFC 9457 bodies). */
export const statusOf: Readonly<Record<RefusalKind, number>> = {
	invalid: 422,
	"not-found": 404,
	forbidden: 403,
	conflict: 409,
	"too-soon": 429,
	unavailable: 503,
};

export const languageOf = (request: FastifyRequest): Language =>
	/^\s*en\b/i.test(request.headers["accept-language"] ?? "") ? "en" : "sl";

export function sendRefusal(
	request: FastifyRequest,
	reply: FastifyReply,
	refusal: Refusal,
	status = statusOf[refusal.kind],
) {
	const language = languageOf(request);
	return reply
		.code(status)
		.type("application/problem+json")
		.header("content-language", language)
		.send({
			type: `urn:dogovor:refusal:${refusal.code}`,
			title: refusalSentence(language, refusal),
			status,
			code: refusal.code,
			details: refusal.details,
			obstacles: refusal.obstacles.map((obstacle) => ({ ...obstacle, title: refusalSentence(language, obstacle) })),
		});
}

/** What the web server itself refuses, by its own code. */
const ofServer: Readonly<Record<string, [kind: RefusalKind, code: string, status: number]>> = {
	FST_ERR_CTP_INVALID_MEDIA_TYPE: ["invalid", "media-type-not-accepted", 415],
	FST_ERR_CTP_INVALID_JSON_BODY: ["invalid", "not-json", 400],
	FST_ERR_CTP_EMPTY_JSON_BODY: ["invalid", "not-json", 400],
	FST_ERR_CTP_BODY_TOO_LARGE: ["invalid", "body-too-large", 413],
	FST_REQ_FILE_TOO_LARGE: ["invalid", "file-too-large", 413],
	FST_ERR_BAD_URL: ["invalid", "bad-address", 400],
};

/** A refusal for an expected error of any layer, null for a fault. */
export function asRefusal(error: unknown): { refusal: Refusal; status: number } | null {
	if (error instanceof Refusal)
		return { refusal: error, status: error.code === "sign-in-needed" ? 401 : statusOf[error.kind] };
	const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
	const known = ofServer[code];
	return known ? { refusal: new Refusal(known[0], known[1], { cause: error }), status: known[2] } : null;
}
