import { operation } from "../../../platform/operation.ts";
import { workFreeDays } from "../contract.ts";
import { mayReadWorkFreeDays } from "../policy.ts";

export default operation(workFreeDays)({
	may: mayReadWorkFreeDays,
	async run({ tx }, { year }) {
		const rows = await tx
			.selectFrom("work_free_day")
			.select(["day", "name"])
			.where("region", "=", "SI")
			.where("day", ">=", new Temporal.PlainDate(year, 1, 1))
			.where("day", "<=", new Temporal.PlainDate(year, 12, 31))
			.orderBy("day")
			.execute();
		return { days: rows.map(({ day, name }) => ({ day: day.toString(), name })) };
	},
});
