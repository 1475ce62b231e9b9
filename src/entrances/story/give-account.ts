import { z } from "zod";
import { setPassword } from "../../desk/identity/accounts.ts";
import { Password } from "../../desk/identity/contract.ts";
import { passwordSet } from "../../desk/identity/facts.ts";
import { personInScope } from "../../desk/identity/read.ts";
import { act } from "../../kernel/contract.ts";
import { PersonId } from "../../kernel/id.ts";
import { notAllowed } from "../../kernel/refusal.ts";
import { operation } from "../../platform/operation.ts";

const contract = act({
	name: "story.giveAccount",
	summary: "Give a person of the demo a password; no door leads here",
	input: z.strictObject({ id: PersonId, password: Password }),
	output: z.strictObject({ name: z.string(), email: z.string() }),
	doors: {},
});

/** Only the demo sets a password without the person's invitation; the desk's list of operations does not have it. */
export default operation(contract)({
	may: (actor) => (actor.kind === "system" ? [] : [notAllowed]),
	async run(context, input) {
		const { version, name, email } = await personInScope(context.tx, { kind: "all" }, input.id);
		await setPassword(context, { id: input.id, name, email }, input.password);
		context.record(passwordSet.of(input.id, version, { by: "demo" }));
		return { name, email };
	},
});
