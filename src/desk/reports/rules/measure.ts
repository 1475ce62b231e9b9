import { z } from "zod";

/** What a monthly report counts (A-37, REV-05); what each means is said in `definitions.ts`. */
export const Measure = z.enum([
	"RECEIVED",
	"SOLVED_FIRST_LEVEL",
	"FORWARDED",
	"RESPONSE_MET",
	"RESPONSE_BREACHED",
	"RESOLUTION_MET",
	"RESOLUTION_BREACHED",
	"REOPENED",
]);
export type Measure = z.infer<typeof Measure>;

/** In the category's place of a ticket that has none yet; no category's code is a dash. */
export const unclassified = "-";
