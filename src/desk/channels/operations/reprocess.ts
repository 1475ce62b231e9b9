import { refuseStale } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { reprocess } from "../contract.ts";
import { arrivalReprocessed } from "../facts.ts";
import { mayKeepQuarantine } from "../policy.ts";
import { quarantined } from "../read.ts";

export default operation(reprocess)({
	load: (context, input) => quarantined(context, input.id, "update"),
	may: mayKeepQuarantine,
	async run(context, input, row) {
		await refuseStale(context.tx, "arrival", row.id, input.version, row.version);
		const version = row.version + 1;
		await context.tx
			.updateTable("inbox")
			.set({ state: "WAITING", reason: null, settled_at: null, attempts: 0, due_at: context.now, version })
			.where("id", "=", row.id)
			.execute();
		context.record(arrivalReprocessed.of(row.id, version, {}));
		return { id: input.id, version };
	},
});
