import { z } from "zod";
import { act, question } from "../../kernel/contract.ts";
import { ServiceId } from "../../kernel/id.ts";
import { Line, PlainDateText, SupportSet } from "../../kernel/values.ts";

export const WorkFreeDayView = z.strictObject({ day: PlainDateText, name: z.string() });

export const workFreeDays = question({
	name: "calendars.workFreeDays",
	summary: "Work-free days of a year, as they are known today",
	input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2199) }),
	output: z.strictObject({ days: z.array(WorkFreeDayView) }),
	doors: { http: "GET /work-free-days", cli: true, open: true },
});

export const recordWorkFreeDay = act({
	name: "calendars.recordWorkFreeDay",
	summary: "Record a work-free day that was not known, such as one declared for one year only",
	input: z.strictObject({ day: PlainDateText, name: Line(2, 120) }),
	output: WorkFreeDayView,
	doors: { http: "POST /work-free-days", cli: true },
});

const DatedHours = z
	.strictObject({
		/** Second level's hours of a service and set; null, both, for the contact centre's own. */
		serviceId: ServiceId.nullable().default(null),
		set: SupportSet.nullable().default(null),
		day: PlainDateText,
		/** `["08:00-12:00"]`; none = closed. */
		windows: z.array(Line(11, 20)).max(12),
		reason: Line(2, 300),
	})
	.refine(({ serviceId, set }) => (serviceId === null) === (set === null), {
		path: ["set"],
		message: "set-of-service",
	});

export const recordDatedHours = act({
	name: "calendars.recordDatedHours",
	summary: "Record that hours on one date were not as the week says: a correction of fact, which running clocks follow",
	input: DatedHours,
	output: DatedHours,
	doors: { http: "POST /dated-hours", cli: true },
});
