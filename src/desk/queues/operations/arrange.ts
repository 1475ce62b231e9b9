import { sql } from "kysely";
import { notAllowed, Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { arrange } from "../contract.ts";
import { queueArranged } from "../facts.ts";
import { mayArrange } from "../policy.ts";

/** One's own alone: the person is who asks, never who is named. The later of two devices wins. */
export default operation(arrange)({
	may: mayArrange,
	async run({ tx, actor, record }, input) {
		if (actor.kind !== "person") throw new Refusal("forbidden", notAllowed.code);
		const { version } = await tx
			.insertInto("queue_arrangement")
			.values({ person_id: actor.personId, version: 1, ...input })
			.onConflict((conflict) =>
				conflict.column("person_id").doUpdateSet({ version: sql`queue_arrangement.version + 1`, ...input }),
			)
			.returning("version")
			.executeTakeFirstOrThrow();
		record(queueArranged.of(actor.personId, version, {}));
		return input;
	},
});
