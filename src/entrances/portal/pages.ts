import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../kernel/refusal.ts";
import { Language } from "../../kernel/values.ts";
import type { Page, Portal } from "../../web/portal/pages.ts";
import { asRefusal } from "../http/problem.ts";
import type { Desk } from "../perform.ts";

const builtBundle = path.resolve(import.meta.dirname, "../../../dist/portal/server.js");

/** Nothing but our own sheet, fonts and forms: the portal has no script at all. */
const policy = [
	"default-src 'none'",
	"style-src 'self'",
	"font-src 'self'",
	"img-src 'self' data:",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
].join("; ");

export type Pages = {
	readonly styleSheet: string;
	readonly styleUrl: string;
	send(request: FastifyRequest, reply: FastifyReply, page: Page, status?: number): FastifyReply;
	/** A page that says what went wrong; a fault is logged under the id that the page does not need to show. */
	failed(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply;
};

/** The built pages, or null before the first build. */
export async function loadPages(desk: Desk, bundle = builtBundle): Promise<Pages | null> {
	if (!fs.existsSync(bundle)) return null;
	const { default: built } = (await import(pathToFileURL(bundle).href)) as { default: Portal };
	const styleSheet = built.styleSheet();
	const styleUrl = `/portal/${createHash("sha256").update(styleSheet).digest("base64url").slice(0, 16)}.css`;

	const send: Pages["send"] = (request, reply, page, status = 200) => {
		const language = languageOf(request);
		if (request.query && Object.hasOwn(request.query, "lang")) {
			reply.header("set-cookie", `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
		}
		const html = built.render(page, {
			language,
			otherLanguageUrl: inLanguage(request, language === "sl" ? "en" : "sl"),
			isDemo: desk.settings.demo,
			styleUrl,
		});
		return reply
			.code(status)
			.type("text/html; charset=utf-8")
			.header("content-language", language)
			.header("content-security-policy", policy)
			.header("cache-control", isKeptForBack(page) ? "private, no-cache" : "no-store")
			.header("x-robots-tag", isIndexed(page) ? "all" : "noindex")
			.send(html);
	};
	return {
		styleSheet,
		styleUrl,
		send,
		failed(request, reply, error) {
			const known = asRefusal(error);
			if (!known) request.log.error({ err: error, fault: request.id }, "fault");
			const { refusal, status } = known ?? { refusal: new Refusal("unavailable", "server-fault"), status: 500 };
			// An address that cannot be one of ours is as little there as one that is not.
			const isNotThere = status === 404 || (refusal.kind === "invalid" && request.method === "GET");
			return isNotThere
				? send(request, reply, { kind: "notFound" }, 404)
				: send(request, reply, { kind: "problem", reason: refusal }, status);
		},
	};
}

/**
 * The empty form may be kept by the browser that asked for it: Back then shows the same page with the key that it was sent
 * under, and the form sent again is the same ticket. Fetched anew it would have a new key. Nothing personal stands in it.
 */
const isKeptForBack = (page: Page): boolean => page.kind === "ask" && page.refused.length === 0;

const isIndexed = (page: Page): boolean =>
	page.kind === "home" || page.kind === "service" || page.kind === "accessibility";

/** Chosen by the link on the page, remembered in a cookie, else asked of the browser; Slovenian comes first. */
export function languageOf(request: FastifyRequest): Language {
	const { lang } = request.query as { lang?: unknown };
	const cookie = /(?:^|;\s*)lang=(sl|en)\b/.exec(request.headers.cookie ?? "")?.[1];
	const browser = /\b(sl|en)\b/i.exec(request.headers["accept-language"] ?? "")?.[1]?.toLowerCase();
	return Language.catch("sl").parse([lang, cookie, browser].find((choice) => Language.safeParse(choice).success));
}

function inLanguage(request: FastifyRequest, language: Language): string {
	const url = new URL(request.url, "http://portal");
	url.searchParams.set("lang", language);
	return `${url.pathname}${url.search}`;
}
