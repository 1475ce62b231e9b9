import { z } from "zod";
import { Line, MailAddress, PlainDateText } from "../../../kernel/values.ts";
import { Phone } from "../../catalogue/rules/contact-values.ts";
import { Week, Windows } from "../../catalogue/rules/opening-hours.ts";

/** When the next target's turn comes, beside the words of the form ("ni odziva v odzivnem času"), §2.1. */
export const After = z.union([
	z.literal("responseDue"),
	z.strictObject({ workingDays: z.number().int().min(1).max(30) }),
	z.literal("manual"),
]);

/** One step of an escalation path. `target` is a person's key when `kind` is `person`, otherwise the printed name (ESC-02, A-48). */
export const EscalationTarget = z.strictObject({
	order: z.number().int().min(1).max(20),
	kind: z.enum(["queue", "person", "system", "contractor", "otherBody"]),
	target: Line(1, 300),
	email: MailAddress.nullish(),
	phone: Phone.nullish(),
	when: Line(1, 300).nullish(),
	after: After.nullish(),
});

const Path = z.array(EscalationTarget).min(1).max(20);

/** I.9: both paths, also for a set that is supported in part or not at all (ESC-03). */
export const EscalationPaths = z.strictObject({ technical: Path, content: Path });

/** A day on which the week does not hold: windows replace those of the week, an empty list closes the day, null leaves it. */
const AvailabilityException = z.strictObject({
	date: PlainDateText,
	technical: Windows.nullish(),
	content: Windows.nullish(),
	note: Line(1, 300).nullish(),
});

/** I.10: when second level can be reached (ESC-04–06, A-30). */
export const Availability = z.strictObject({
	timeZone: z.literal("Europe/Ljubljana"),
	holidays: z.enum(["si-work-free-days", "none"]),
	technical: Week,
	content: Week,
	exceptions: z.array(AvailabilityException).max(200),
});
