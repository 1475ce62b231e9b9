import { refuseStale } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { dismiss } from "../contract.ts";
import { arrivalDismissed } from "../facts.ts";
import { mayKeepQuarantine } from "../policy.ts";
import { quarantined } from "../read.ts";

export default operation(dismiss)({
	load: (context, input) => quarantined(context, input.id, "update"),
	may: mayKeepQuarantine,
	async run(context, input, row) {
		await refuseStale(context.tx, "arrival", row.id, input.version, row.version);
		const version = row.version + 1;
		await context.tx
			.updateTable("inbox")
			.set({ state: "DISMISSED", settled_at: context.now, version })
			.where("id", "=", row.id)
			.execute();
		context.record(arrivalDismissed.of(row.id, version, {}));
		return { id: input.id, version };
	},
});
