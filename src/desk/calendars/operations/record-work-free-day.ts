import { Refusal } from "../../../kernel/refusal.ts";
import { changesEditions } from "../../../platform/db/editions.ts";
import { operation } from "../../../platform/operation.ts";
import { recordWorkFreeDay } from "../contract.ts";
import { workFreeDayRecorded } from "../facts.ts";
import { mayRecordWorkFreeDay } from "../policy.ts";

export default operation(recordWorkFreeDay)({
	may: mayRecordWorkFreeDay,
	async run(context, { day, name }) {
		changesEditions(context.tx);
		const inserted = await context.tx
			.insertInto("work_free_day")
			.values({ region: "SI", day: Temporal.PlainDate.from(day), name, recorded_at: context.now })
			.onConflict((conflict) => conflict.doNothing())
			.returning("day")
			.executeTakeFirst();
		if (!inserted) throw new Refusal("conflict", "work-free-day-known", { details: { day } });
		const { count } = await context.tx
			.selectFrom("work_free_day")
			.select(({ fn }) => fn.countAll<number>().as("count"))
			.executeTakeFirstOrThrow();
		context.record(workFreeDayRecorded.of("SI", Number(count), { day }));
		return { day, name };
	},
});
