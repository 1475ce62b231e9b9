import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { openTestDesk, operations, system, type TestDesk } from "../../test/support/desk.ts";
import createToken from "../desk/identity/operations/create-token.ts";
import readOriginal from "../desk/tickets/operations/read-original.ts";
import receive from "../desk/tickets/operations/receive.ts";
import reveal from "../desk/tickets/operations/reveal.ts";
import type { PersonActor } from "../kernel/actor.ts";

let desk: TestDesk;
let adviser: PersonActor;
before(async () => {
	desk = await openTestDesk();
	adviser = await desk.cast("ekc_adviser");
});
after(() => desk.close());

const canary = "3102990500000";
const kept = async () =>
	desk.database.read(async (tx) => JSON.stringify(await tx.selectFrom("idempotency").selectAll().execute()));

describe("what an act shows once is not kept for its repeat", () => {
	test("the secret of an API token, the tracking token, personal numbers, the mail as it came", async () => {
		const original = await desk.database.write((tx) => desk.desk.store.put(tx, Buffer.from(`pismo ${canary}`)));
		const wish = { channel: "EMAIL", reporter: {}, subject: "x", body: `EMŠO ${canary}`, original };
		const acts: [operation: unknown, actor: unknown, input: object][] = [
			[createToken, adviser, { name: "povezava" }],
			[receive, system, wish],
		];
		const { id } = await desk.perform(receive, system, wish);
		const message = await desk.database.read((tx) =>
			tx.selectFrom("ticket_message").select("id").where("ticket_id", "=", id).executeTakeFirstOrThrow(),
		);
		acts.push([reveal, adviser, { id, messageId: message.id }], [readOriginal, adviser, { id, messageId: message.id }]);
		for (const [index, [operation, actor, input]] of acts.entries()) {
			const ask = () => desk.perform(operation as never, actor as never, input, { idempotencyKey: `k${index}` });
			const first = (await ask()) as Record<string, unknown>;
			const field = ["secret", "token", "findings", "base64"][index]!;
			assert.ok(first[field], field);
			assert.deepEqual(await ask(), { ...first, [field]: null });
			const rows = await kept();
			assert.ok(!rows.includes(JSON.stringify(first[field])), field);
			assert.ok(!rows.includes(canary));
		}
	});

	test("no act answers with anything that sounds like a secret and is kept", () => {
		const sounds = /secret|token|password|base64|findings|link$|url$/i;
		const found = operations
			.filter(({ contract }) => contract.kind === "act" && contract.output instanceof z.ZodObject)
			.flatMap(({ contract }) =>
				Object.entries((contract.output as z.ZodObject).shape)
					.filter(([field, schema]) => sounds.test(field) && (schema as z.ZodType).meta()?.["shownOnce"] !== true)
					.map(([field]) => `${contract.name} ${field}`),
			);
		// The description of the token; its secret stands beside it.
		assert.deepEqual(found, ["identity.createToken token"]);
	});
});
