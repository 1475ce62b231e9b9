import { sql } from "kysely";
import { deskZone } from "../../../platform/clock.ts";
import { operation } from "../../../platform/operation.ts";
import { recordDatedHours } from "../contract.ts";
import { datedHoursRecorded } from "../facts.ts";
import { mayRecordWorkFreeDay } from "../policy.ts";
import { calendarOf } from "../rules/calendar.ts";

/** The latest word on a date holds; what was recorded of it before stays, because deadlines were judged by it. */
export default operation(recordDatedHours)({
	may: mayRecordWorkFreeDay,
	async run(context, { serviceId, set, day, windows, reason }) {
		calendarOf({
			timeZone: deskZone,
			week: { mon: ["00:00-24:00"] },
			workFreeDays: [],
			exceptions: [{ date: day, windows }],
		});
		const date = Temporal.PlainDate.from(day);
		// Two words on one date at the same moment: one waits for the other.
		await sql`lock table dated_hours in share row exclusive mode`.execute(context.tx);
		const { last } = await context.tx
			.selectFrom("dated_hours")
			.select(({ fn }) => fn.max("version").as("last"))
			.where(sql<boolean>`service_id is not distinct from ${serviceId}`)
			.where(sql<boolean>`support_set is not distinct from ${set}`)
			.where("day", "=", date)
			.executeTakeFirstOrThrow();
		const version = (last ?? 0) + 1;
		await context.tx
			.insertInto("dated_hours")
			.values({
				service_id: serviceId,
				support_set: set,
				day: date,
				windows,
				reason,
				version,
				recorded_at: context.now,
			})
			.execute();
		const of = [serviceId ?? "own", set ?? "", day].join(":");
		context.record(datedHoursRecorded.of(of, version, { serviceId, set, day, windows }));
		return { serviceId, set, day, windows, reason };
	},
});
