import { notAllowed, Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { createToken } from "../contract.ts";
import { tokenCreated } from "../facts.ts";
import { maySignedIn } from "../policy.ts";
import { newSecret, secretHash } from "../secrets.ts";
import { tokenView } from "./questions.ts";

export default operation(createToken)({
	may: maySignedIn,
	async run(context, input) {
		if (context.actor.kind !== "person") throw new Refusal("forbidden", notAllowed.code);
		const secret = newSecret("apiToken");
		const row = await context.tx
			.insertInto("api_token")
			.values({
				id: context.newId(),
				person_id: context.actor.personId,
				name: input.name,
				hash: secretHash(secret),
				created_at: context.now,
				expires_at: context.now.add({ hours: 24 * input.days }),
			})
			.returningAll()
			.executeTakeFirstOrThrow();
		context.record(tokenCreated.of(row.id, 1, { personId: row.person_id, expiresAt: row.expires_at.toString() }));
		return { token: tokenView(row), secret };
	},
});
