import { Refusal } from "../../../kernel/refusal.ts";
import { refuseStale } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { endSessions } from "../accounts.ts";
import { stopPerson } from "../contract.ts";
import { personStopped } from "../facts.ts";
import { identityScope, isSelf, mayAdministerPeople } from "../policy.ts";
import { holdingsOf, otherAdministrator, personInScope, personView } from "../read.ts";

export default operation(stopPerson)({
	load: (context, input) => personInScope(context.tx, identityScope(context.actor), input.id),
	may: (actor, _person, input) => {
		const forbidden = mayAdministerPeople(actor);
		return forbidden.length === 0 && isSelf(actor, input.id) ? [{ code: "cannot-stop-oneself" }] : forbidden;
	},
	async run(context, input, person) {
		await refuseStale(context.tx, "person", input.id, input.version, person.version);
		const isAdministrator = (await holdingsOf(context.tx, input.id, context.today)).some(
			({ role }) => role === "platform_admin",
		);
		if (isAdministrator && !(await otherAdministrator(context.tx, context.today, { personId: input.id }))) {
			throw new Refusal("conflict", "last-administrator");
		}
		const version = person.version + 1;
		await context.tx
			.updateTable("person")
			.set({ version, stopped_at: context.now, has_account: false })
			.where("id", "=", input.id)
			.execute();
		await context.tx
			.updateTable("api_token")
			.set({ revoked_at: context.now })
			.where("person_id", "=", input.id)
			.where("revoked_at", "is", null)
			.execute();
		await endSessions(context, input.id);
		context.record(personStopped.of(input.id, version, {}));
		return personView(await personInScope(context.tx, { kind: "all" }, input.id));
	},
});
