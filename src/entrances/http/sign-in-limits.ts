import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../../kernel/refusal.ts";

/** Of one address range (an IPv4 address, a /64 of IPv6), whatever account it tries. */
const ofAddressPerMinute = 20;
/** Of the whole desk: a password costs a tenth of a second of a processor, and the others have to work meanwhile. */
const ofAllPerMinute = 600;
/** The first attempts of an address range at an account are judged whoever else tries it: nobody can lock a person out. */
const first = 3;
const firstFor = "10 minutes";
/** All further attempts at one account together, wherever they come from. */
const atAccountPerMinute = 30;

/**
 * Limits on guessing: per address range, per account and over all. Accounts are counted by the address that was given,
 * before anything is looked up, so that an account that does not exist answers alike. Whoever guesses from many addresses
 * has three attempts of each in ten minutes, and with all of them thirty a minute beside; a person who mistypes more often
 * than that under attack waits for the next minute.
 */
export function signInLimits(app: FastifyInstance): (request: FastifyRequest) => Promise<void> {
	const minute = { timeWindow: "1 minute" };
	const ofAddress = app.createRateLimit({ ...minute, max: ofAddressPerMinute });
	const ofAll = app.createRateLimit({ ...minute, max: ofAllPerMinute, keyGenerator: () => "all" });
	const firstOf = app.createRateLimit({ max: first, timeWindow: firstFor, keyGenerator: attemptKey });
	const atAccount = app.createRateLimit({
		...minute,
		max: atAccountPerMinute,
		keyGenerator: (request) => accountTried(request) ?? "",
	});
	const ranges = new WeakMap<FastifyRequest, string>();
	function attemptKey(request: FastifyRequest): string {
		return `${ranges.get(request)} ${accountTried(request)}`;
	}
	return async (request) => {
		const address = await ofAddress(request);
		refuseOver(address);
		if (accountTried(request) === null) return;
		refuseOver(await ofAll(request));
		ranges.set(request, address.key);
		const { isExceeded } = counted(await firstOf(request));
		if (isExceeded) refuseOver(await atAccount(request));
	};
}

/**
 * The account an attempt names, by its body and not its address: an address can be written in many ways. Null where none is
 * named, on the routes of whoever is signed in.
 */
function accountTried(request: FastifyRequest): string | null {
	const { email } = (request.body ?? {}) as { email?: unknown };
	return typeof email === "string" ? email.trim().toLowerCase() : null;
}

type Count = Awaited<ReturnType<ReturnType<FastifyInstance["createRateLimit"]>>>;

const counted = (count: Count) => (count.isAllowed ? { isExceeded: false, ttlInSeconds: 0 } : count);

function refuseOver(count: Count): void {
	const { isExceeded, ttlInSeconds } = counted(count);
	if (isExceeded) throw new Refusal("too-soon", "too-many-requests", { details: { seconds: ttlInSeconds } });
}
