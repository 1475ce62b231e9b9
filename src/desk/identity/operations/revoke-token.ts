import { notFound } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { revokeToken } from "../contract.ts";
import { tokenRevoked } from "../facts.ts";
import { maySignedIn } from "../policy.ts";
import { tokenView } from "./questions.ts";

export default operation(revokeToken)({
	async load(context, input) {
		const owner = context.actor.kind === "person" ? context.actor.personId : null;
		const row = await context.tx
			.selectFrom("api_token")
			.selectAll()
			.where("id", "=", input.id)
			.where("person_id", "=", owner)
			.executeTakeFirst();
		if (!row) throw notFound("token");
		return row;
	},
	may: maySignedIn,
	async run(context, input, token) {
		const row = await context.tx
			.updateTable("api_token")
			.set({ revoked_at: token.revoked_at ?? context.now })
			.where("id", "=", input.id)
			.returningAll()
			.executeTakeFirstOrThrow();
		context.record(tokenRevoked.of(row.id, 2, { personId: row.person_id }));
		return tokenView(row);
	},
});
