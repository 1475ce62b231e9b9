import { z } from "zod";
import { act, question } from "../../kernel/contract.ts";
import { Line, PlainDateText } from "../../kernel/values.ts";

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
