import type { PersonId } from "../../../kernel/id.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { setPassword } from "../accounts.ts";
import { acceptInvitation } from "../contract.ts";
import { passwordSet } from "../facts.ts";
import { mayAnyone } from "../policy.ts";
import { secretHash } from "../secrets.ts";

export default operation(acceptInvitation)({
	may: mayAnyone,
	async run(context, input) {
		const used = await context.tx
			.updateTable("invitation")
			.set({ used_at: context.now })
			.where("hash", "=", secretHash(input.token))
			.where("used_at", "is", null)
			.where("expires_at", ">", context.now)
			.returning("person_id")
			.executeTakeFirst();
		const person =
			used &&
			(await context.tx
				.updateTable("person")
				.set((eb) => ({ version: eb("version", "+", 1) }))
				.where("id", "=", used.person_id)
				.where("stopped_at", "is", null)
				.returning(["id", "name", "email", "version"])
				.executeTakeFirst());
		if (!person) throw new Refusal("invalid", "invitation-not-valid");
		await setPassword(context, { ...person, id: person.id as PersonId }, input.password);
		context.record(passwordSet.of(person.id, person.version, { by: "invitation" }));
		return { email: person.email };
	},
});
