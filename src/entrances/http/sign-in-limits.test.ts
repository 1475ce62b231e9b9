import rateLimit from "@fastify/rate-limit";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import fastify, { type FastifyInstance } from "fastify";
import { Refusal } from "../../kernel/refusal.ts";
import { signInLimits } from "./sign-in-limits.ts";

const email = "lea@example.si";
const url = "/api/auth/sign-in/email";

/** Every attempt that the limits let through is answered at once: judging a password takes longer than their windows bear. */
describe("attempts to sign in", () => {
	let app: FastifyInstance;
	beforeEach(async () => {
		app = fastify();
		await app.register(rateLimit, { global: false });
		const limits = signInLimits(app);
		app.post("/api/auth/*", (request) => limits(request).then(() => ({})));
		app.setErrorHandler((error, _request, reply) =>
			reply.code(error instanceof Refusal && error.code === "too-many-requests" ? 429 : 500).send(),
		);
	});
	afterEach(() => app.close());

	const attempt = async (account: string | null, remoteAddress: string, path = url) => {
		const payload = account === null ? { code: "000000" } : { email: account, password: "x" };
		return (await app.inject({ method: "POST", url: path, payload, remoteAddress })).statusCode;
	};
	/** How many of the attempts, five of each address, were let through. */
	const judged = async (account: string, network: string, addresses: number) => {
		let count = 0;
		for (let host = 1; host <= addresses; host += 1) {
			for (let times = 0; times < 5; times += 1) {
				if ((await attempt(account, `${network}.${host}`)) === 200) count += 1;
			}
		}
		return count;
	};

	test("at one account from many addresses are limited, however it and the address are written", async () => {
		// Three of each address, and thirty beside them.
		assert.equal(await judged(email, "192.0.2", 20), 20 * 3 + 30);
		assert.equal(await attempt("LEA@example.si ", "192.0.2.1"), 429);
		for (const path of [`${url}?x=1`, `${url}/`, "/api/auth/x/../sign-in/email", "/api/auth/sign-in/%65mail"]) {
			assert.equal(await attempt(email, "192.0.2.2", path), 429);
		}
	});

	test("of the person meanwhile, from another address, are judged", async () => {
		await judged(email, "192.0.2", 20);
		const own = [await attempt(email, "203.0.113.7"), await attempt(email, "203.0.113.7")];
		assert.deepEqual(own, [200, 200]);
		assert.equal(await attempt("maja@example.si", "192.0.2.1"), 200);
	});

	test("of one address are limited over all accounts; a /64 of IPv6 is one address", async () => {
		for (let host = 1; host <= 20; host += 1) {
			assert.equal(await attempt(`oseba-${host}@example.si`, `2001:db8::${host}`), 200);
		}
		assert.equal(await attempt("oseba-21@example.si", "2001:db8::21"), 429);
		assert.equal(await attempt("oseba-21@example.si", "2001:db8:0:1::21"), 200);
	});

	test("without an account to name are counted by address", async () => {
		const statuses: number[] = [];
		for (let times = 0; times < 21; times += 1) {
			statuses.push(await attempt(null, "192.0.2.1", "/api/auth/two-factor/verify-totp"));
		}
		assert.deepEqual([statuses.indexOf(429), statuses.length], [20, 21]);
	});
});
