import type { FastifyRequest } from "fastify";
import type { Actor } from "../../kernel/actor.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { actorOfAccount, actorOfToken } from "../../desk/identity/read.ts";
import { isSecretOf } from "../../desk/identity/rules/secret.ts";
import { secretHash } from "../../desk/identity/secrets.ts";
import { dayOf } from "../../platform/clock.ts";
import type { SignIn } from "../../platform/sign-in/sign-in.ts";
import type { Desk } from "../perform.ts";

/** Who asks: the owner of a bearer token, of a session cookie, or the public. A token that is not valid is refused. */
export async function whoAsks(desk: Desk, signIn: SignIn, request: FastifyRequest): Promise<Actor> {
	const now = desk.clock.now();
	const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
	if (bearer !== undefined) {
		const actor = isSecretOf("apiToken", bearer)
			? await desk.database.read((tx) => actorOfToken(tx, secretHash(bearer), now, dayOf(now)))
			: null;
		if (!actor) throw new Refusal("forbidden", "token-not-valid");
		return actor;
	}
	const account = await signIn.accountOf(request.headers);
	const actor = account && (await desk.database.read((tx) => actorOfAccount(tx, account, dayOf(now))));
	return actor || { kind: "public" };
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses an unsafe request that another site made the browser send: by `Sec-Fetch-Site` where the browser says it, by
 * `Origin` otherwise. A bearer token is never sent by a browser on its own.
 */
export function refuseForeignSite(request: FastifyRequest, baseUrl: string): void {
	if (safeMethods.has(request.method) || request.headers.authorization !== undefined) return;
	const site = request.headers["sec-fetch-site"];
	const { origin } = request.headers;
	const isOwn =
		site === undefined
			? origin === undefined || origin === new URL(baseUrl).origin
			: site === "same-origin" || site === "none";
	if (!isOwn) throw new Refusal("forbidden", "foreign-site");
}
