import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { FastifyRequest } from "fastify";
import createToken from "../../desk/identity/operations/create-token.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { openTestDesk, type TestDesk } from "../../../test/support/desk.ts";
import { openWho } from "./who.ts";

const withToken = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } }) as FastifyRequest;
const notValid = (error: unknown) => error instanceof Refusal && error.code === "token-not-valid";
const nobody = { handle: async () => new Response(), accountOf: async () => null };

describe("who asks", () => {
	let desk: TestDesk;
	before(async () => {
		desk = await openTestDesk();
	});
	after(() => desk.close());

	async function tokenOf(handle: string): Promise<{ secret: string; revokeElsewhere: () => Promise<unknown> }> {
		const owner = await desk.cast("ekc_adviser", { handle });
		const { token, secret } = await desk.perform(createToken, owner, { name: "povezava" });
		const revokeElsewhere = () =>
			desk.database.write((tx) =>
				tx.updateTable("api_token").set({ revoked_at: desk.clock.now() }).where("id", "=", token.id).execute(),
			);
		return { secret: secret!, revokeElsewhere };
	}

	test("a token revoked on another node counts for at most a second", async () => {
		const who = openWho(desk.desk, nobody);
		const { secret, revokeElsewhere } = await tokenOf("ana");
		assert.equal((await who.asks(withToken(secret))).kind, "person");
		await revokeElsewhere();
		assert.equal((await who.asks(withToken(secret))).kind, "person");
		desk.clock.forward({ seconds: 1 });
		await assert.rejects(who.asks(withToken(secret)), notValid);
	});

	test("revoked on this node it is refused at once", async () => {
		const who = openWho(desk.desk, nobody);
		const { secret, revokeElsewhere } = await tokenOf("bor");
		await who.asks(withToken(secret));
		await revokeElsewhere();
		who.committed([{ aggregate: "ticket" }]);
		assert.equal((await who.asks(withToken(secret))).kind, "person");
		who.committed([{ aggregate: "token" }]);
		await assert.rejects(who.asks(withToken(secret)), notValid);
	});

	test("a word that is no token of ours is refused without asking the database", async () => {
		const before = desk.database.statements();
		await assert.rejects(openWho(desk.desk, nobody).asks(withToken("abc")), notValid);
		assert.equal(desk.database.statements(), before);
	});
});
