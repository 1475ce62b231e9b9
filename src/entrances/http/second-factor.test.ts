import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { FastifyInstance } from "fastify";
import acceptInvitation from "../../desk/identity/operations/accept-invitation.ts";
import { newSecret, secretHash } from "../../desk/identity/secrets.ts";
import { openTestDesk, publicActor, type TestDesk } from "../../../test/support/desk.ts";
import { openTestWeb } from "../../../test/support/web.ts";

const password = "dovolj dolgo geslo";
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648: five bits a letter. */
function fromBase32(text: string): Buffer {
	const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** RFC 6238 with its defaults, as authenticators reckon: HMAC-SHA-1 over the number of the 30-second step. */
function codeOf(secret: string, milliseconds: number): string {
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)));
	const hash = createHmac("sha1", fromBase32(secret)).update(step).digest();
	const offset = (hash.at(-1) ?? 0) & 0xf;
	return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("codes are those of RFC 6238, appendix B", () => {
	const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
	assert.deepEqual(
		[59, 1111111109, 20000000000].map((second) => codeOf(secret, second * 1000)),
		["287082", "081804", "353130"],
	);
});

describe("the second factor", () => {
	let desk: TestDesk;
	let app: FastifyInstance;
	let email: string;
	let secret: string;
	let spareCodes: string[];
	before(async () => {
		desk = await openTestDesk();
		app = await openTestWeb(desk);
		const person = await desk.cast("ekc_head", { handle: "z-drugo-stopnjo" });
		const token = newSecret("invitation");
		const invitation = {
			hash: secretHash(token),
			person_id: person.personId,
			expires_at: desk.clock.now().add({ hours: 1 }),
		};
		await desk.database.write((tx) => tx.insertInto("invitation").values(invitation).execute());
		email = (await desk.perform(acceptInvitation, publicActor, { token, password })).email;
	});
	after(async () => {
		await app.close();
		await desk.close();
	});

	/** A browser of its own: it keeps the cookies it is given; its own address, since attempts are counted by address. */
	let browsers = 0;
	function browser() {
		const remoteAddress = `192.0.2.${(browsers += 1)}`;
		const jar = new Map<string, string>();
		const cookie = () => [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
		return {
			async post(path: string, payload: object) {
				const headers = { cookie: cookie(), origin: desk.desk.settings.baseUrl };
				const answer = await app.inject({ method: "POST", url: `/api/auth${path}`, payload, headers, remoteAddress });
				for (const { name, value, maxAge } of answer.cookies) {
					if (maxAge === 0) jar.delete(name);
					else jar.set(name, value);
				}
				return answer;
			},
			me: () => app.inject({ url: "/api/v1/me", headers: { cookie: cookie() } }),
		};
	}
	const signIn = async (who: ReturnType<typeof browser>, given = password) =>
		who.post("/sign-in/email", { email, password: given });
	// The library reads the computer's clock, not the desk's.
	const code = () => codeOf(secret, new Date().getTime());
	const wrongCode = () => String((Number(code()) + 500_000) % 1_000_000).padStart(6, "0");

	test("is turned on by the password and the first right code", async () => {
		const who = browser();
		await signIn(who);
		assert.equal((await who.post("/two-factor/enable", { password: "ni pravo geslo ni" })).statusCode, 400);
		const begun = (await who.post("/two-factor/enable", { password })).json();
		secret = new URL(begun.totpURI).searchParams.get("secret") ?? "";
		spareCodes = begun.backupCodes;
		assert.equal((await who.me()).json().hasSecondFactor, false);
		assert.equal((await who.post("/two-factor/verify-totp", { code: wrongCode() })).statusCode, 401);
		assert.equal((await who.me()).json().hasSecondFactor, false);
		assert.equal((await who.post("/two-factor/verify-totp", { code: code() })).statusCode, 200);
		assert.equal((await who.me()).json().hasSecondFactor, true);
	});

	test("stands between the password and the desk", async () => {
		const who = browser();
		assert.equal((await signIn(who)).json().twoFactorRedirect, true);
		assert.equal((await who.me()).statusCode, 401);
		assert.equal((await who.post("/two-factor/verify-totp", { code: wrongCode() })).statusCode, 401);
		assert.equal((await who.me()).statusCode, 401);
		assert.equal((await who.post("/two-factor/verify-totp", { code: code() })).statusCode, 200);
		assert.equal((await who.me()).statusCode, 200);
	});

	test("a spare code signs in once", async () => {
		const enter = async () => {
			const who = browser();
			await signIn(who);
			await who.post("/two-factor/verify-backup-code", { code: spareCodes[0] });
			return (await who.me()).statusCode;
		};
		assert.deepEqual([await enter(), await enter()], [200, 401]);
	});

	test("is turned off by the password alone; then the password is enough again", async () => {
		const who = browser();
		await signIn(who);
		await who.post("/two-factor/verify-totp", { code: code() });
		assert.equal((await who.post("/two-factor/disable", { password: "ni pravo geslo ni" })).statusCode, 400);
		assert.equal((await who.post("/two-factor/disable", { password })).statusCode, 200);
		const next = browser();
		await signIn(next);
		assert.equal((await next.me()).statusCode, 200);
	});

	test("attempts of one address are limited", async () => {
		const who = browser();
		for (let times = 0; times < 20; times += 1) await who.post("/two-factor/verify-totp", {});
		const answer = await signIn(who);
		assert.deepEqual([answer.statusCode, answer.json().code], [429, "too-many-requests"]);
	});

	test("a changed password ends the other sessions", async () => {
		const [other, who] = [browser(), browser()];
		await signIn(other);
		await signIn(who);
		const change = { currentPassword: password, newPassword: "drugo dovolj dolgo geslo", revokeOtherSessions: true };
		assert.equal((await who.post("/change-password", { ...change, currentPassword: "ni pravo" })).statusCode, 400);
		assert.equal((await who.post("/change-password", change)).statusCode, 200);
		assert.equal((await who.me()).statusCode, 200);
		assert.equal((await signIn(browser())).statusCode, 401);
		assert.equal((await signIn(browser(), change.newPassword)).statusCode, 200);
		const session = await desk.database.read((tx) => tx.selectFrom("auth_session").select("id").execute());
		assert.equal(session.length, 2);
	});
});
