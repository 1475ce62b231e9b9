import { deskZone } from "../../../platform/clock.ts";
import { operation } from "../../../platform/operation.ts";
import { recordDatedHours } from "../contract.ts";
import { datedHoursRecorded } from "../facts.ts";
import { mayRecordWorkFreeDay } from "../policy.ts";
import { calendarOf } from "../rules/calendar.ts";

/** What was recorded of a date before is replaced: the latest word on a day that is over is the fact. */
export default operation(recordDatedHours)({
	may: mayRecordWorkFreeDay,
	async run(context, { serviceId, set, day, windows, reason }) {
		calendarOf({
			timeZone: deskZone,
			week: { mon: ["00:00-24:00"] },
			workFreeDays: [],
			exceptions: [{ date: day, windows }],
		});
		const { version } = await context.tx
			.insertInto("dated_hours")
			.values({
				service_id: serviceId,
				support_set: set,
				day: Temporal.PlainDate.from(day),
				windows,
				reason,
				version: 1,
				recorded_at: context.now,
			})
			.onConflict((conflict) =>
				conflict.constraint("dated_hours_once").doUpdateSet((eb) => ({
					windows,
					reason,
					version: eb("dated_hours.version", "+", 1),
					recorded_at: context.now,
				})),
			)
			.returning("version")
			.executeTakeFirstOrThrow();
		const of = [serviceId ?? "own", set ?? "", day].join(":");
		context.record(datedHoursRecorded.of(of, version, { serviceId, set, day, windows }));
		return { serviceId, set, day, windows, reason };
	},
});
