import type { FastifyRequest } from "fastify";
import type { Actor } from "../../kernel/actor.ts";
import type { Fact } from "../../kernel/fact.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { actorOfAccount, actorOfToken } from "../../desk/identity/read.ts";
import { isSecretOf } from "../../desk/identity/rules/secret.ts";
import { secretHash } from "../../desk/identity/secrets.ts";
import { dayOf } from "../../platform/clock.ts";
import type { SignIn } from "../../platform/sign-in/sign-in.ts";
import type { Desk } from "../perform.ts";

export type Who = {
	/** The owner of a bearer token, of a session cookie, or the public. A token that is not valid is refused. */
	asks(request: FastifyRequest): Promise<Actor>;
	/** Told of every commit: what changed about people or their offices counts at once on this node. */
	committed(facts: readonly Pick<Fact, "aggregate">[]): void;
};

/**
 * How long a looked-up person counts without asking again: on another node than the one that revoked a token or ended an
 * office it may work on for this long. The look-up was a fifth of a busy list's processor time (docs/performance.md).
 */
const aSecond = 1000;
const keptMost = 10_000;
const ofPeople = new Set(["person", "holding", "token", "organisation"]);

export function openWho(desk: Desk, signIn: SignIn, keptMs = aSecond): Who {
	let generation = 0;
	const kept = new Map<string, { readonly actor: Actor; readonly until: number }>();
	const keep = async (key: string, lookUp: (now: Temporal.Instant) => Promise<Actor | null>): Promise<Actor | null> => {
		const now = desk.clock.now();
		const known = kept.get(key);
		if (known && now.epochMilliseconds < known.until) return known.actor;
		const asked = generation;
		const actor = await lookUp(now);
		if (kept.size >= keptMost) kept.clear();
		// What was looked up before somebody's offices changed is not kept after.
		if (actor && asked === generation) kept.set(key, { actor, until: now.epochMilliseconds + keptMs });
		return actor;
	};
	return {
		async asks(request) {
			const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
			if (bearer !== undefined) {
				const actor =
					isSecretOf("apiToken", bearer) &&
					(await keep(bearer, (now) =>
						desk.database.read((tx) => actorOfToken(tx, secretHash(bearer), now, dayOf(now))),
					));
				if (!actor) throw new Refusal("forbidden", "token-not-valid");
				return actor;
			}
			const account = await signIn.accountOf(request.headers);
			const actor =
				account && (await keep(account, (now) => desk.database.read((tx) => actorOfAccount(tx, account, dayOf(now)))));
			return actor || { kind: "public" };
		},
		committed(facts) {
			if (!facts.some((fact) => ofPeople.has(fact.aggregate))) return;
			generation += 1;
			kept.clear();
		},
	};
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
