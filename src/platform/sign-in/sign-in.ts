import { betterAuth } from "better-auth";
import { fromNodeHeaders } from "better-auth/node";
import { twoFactor } from "better-auth/plugins";
import type { IncomingHttpHeaders } from "node:http";
import type { Database } from "../db/database.ts";

/** A person may keep working a day without signing in again; a stopped one is out within the cookie's half minute. */
const sessionSeconds = 12 * 60 * 60;
const cookieSeconds = 30;

export type SignIn = {
	/** Answers the library's own routes below `/api/auth/`. */
	handle(request: Request): Promise<Response>;
	/** The account that a request's session cookie belongs to; null without a valid one. */
	accountOf(headers: IncomingHttpHeaders): Promise<string | null>;
};

/**
 * Local sign-in with password and optional second factor (TOTP), sessions in our tables, no sign-up.
 * It queries through the shared pool, never inside one of our transactions.
 */
export function openSignIn(database: Database, options: { secret: string; baseUrl: string }): SignIn {
	const { port, protocol } = new URL(options.baseUrl);
	const auth = betterAuth({
		database: database.pool,
		secret: options.secret,
		baseURL: options.baseUrl,
		basePath: "/api/auth",
		trustedOrigins: [
			options.baseUrl,
			...["localhost", "127.0.0.1"].map((host) => `${protocol}//${host}${port && `:${port}`}`),
		],
		emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
		user: { modelName: "auth_user" },
		session: {
			modelName: "auth_session",
			expiresIn: sessionSeconds,
			updateAge: 60 * 60,
			cookieCache: { enabled: true, maxAge: cookieSeconds },
		},
		account: { modelName: "auth_account" },
		verification: { modelName: "auth_verification" },
		plugins: [twoFactor({ issuer: "Dogovor", schema: { twoFactor: { modelName: "auth_two_factor" } } })],
		// The desk's own limit on these routes counts by address; the library does not know it and would count everybody together.
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		advanced: { cookiePrefix: "dogovor", useSecureCookies: protocol === "https:" },
		logger: { disabled: true },
	});
	return {
		handle: (request) => auth.handler(request),
		async accountOf(headers) {
			if (!headers.cookie?.includes("dogovor.session")) return null;
			const session = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
			return session?.user.id ?? null;
		},
	};
}
