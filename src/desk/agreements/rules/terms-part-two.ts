import { z } from "zod";
import { Line, PlainDateText, Text } from "../../../kernel/values.ts";
import { Cadence, DocumentNumber, LeadTime, PersonKey } from "./terms-values.ts";

/** A half-open or closed band of the increase of daily events in percent; absent `to` = no upper end. */
const VolumeBand = z.strictObject({
	from: z.number().min(0),
	fromInclusive: z.boolean().nullish(),
	to: z.number().min(0).nullish(),
	toInclusive: z.boolean().nullish(),
});

const impact = <Action extends string>(action: Action) =>
	z.strictObject({ leadTime: LeadTime, volumePct: VolumeBand, ekcAction: z.literal(action) });

/** II.2, Table 1: impact of a change and how long before it has to be announced (GUA-11–22). */
export const LeadTimeTable = z.strictObject({
	MINOR: impact("none"),
	MEDIUM: impact("minimal"),
	HIGH: impact("radical"),
	dayCount: z.enum(["calendar", "working"]),
	boundary20: z.enum(["MEDIUM", "MINOR"]),
});

const Role = z.enum([
	"ekc_tech_lead",
	"ekc_content_lead",
	"ekc_head",
	"ekc_director",
	"technical_custodian",
	"content_custodian",
	"service_owner",
	"client_director",
]);
const Pair = z.array(Role).length(2);
/** Working days after which a level counts as failed; null = no limit was agreed. */
const limitWorkingDays = z.number().int().min(1).max(250).nullable();

/** II.3: who resolves a deviation at which level; only the first is split by set (DEV-05–11). */
export const DeviationLevels = z
	.array(
		z.discriminatedUnion("level", [
			z.strictObject({ level: z.literal(1), technical: Pair, content: Pair, limitWorkingDays }),
			z.strictObject({ level: z.literal(2), both: Pair, limitWorkingDays }),
			z.strictObject({ level: z.literal(3), both: Pair, limitWorkingDays }),
		]),
	)
	.length(3);

/** II.4: the five fixed areas of the review (REV-03–08). */
export const ReviewTerms = z.strictObject({
	onDemand: z.boolean(),
	suggestedCadence: Cadence.nullable(),
	agenda: z
		.array(z.enum(["merila", "statistika", "baza_znanja", "spremembe_in_izboljsave", "usposabljanja"]))
		.length(5),
});

const Minimum = z.strictObject({ minimum: z.number().int().min(1).max(100) });

/** II.5: how many qualified advisers a supported set needs before support starts (STA-02, A-20); dates come from the acts. */
export const StartTerms = z.strictObject({
	advisersQualified: z.strictObject({ technical: Minimum.nullish(), content: Minimum.nullish() }),
	/** Information only; support starts with the later gate. */
	plannedStart: PlainDateText.nullish(),
});

/** II.6: who pays (FIN, A-23). */
export const Financing = z.strictObject({
	payer: z.enum(["EKC", "CLIENT", "OTHER"]),
	basis: Line(1, 300),
	override: z.strictObject({ documentNumber: DocumentNumber, note: Text(1, 1000) }).nullish(),
});

export const PartTwo = z.strictObject({
	basis: z.enum(["template-part-ii", "umbrella-agreement"]),
	guarantees: z.strictObject({ accepted: z.literal(true), acceptedBy: z.array(PersonKey).min(1).max(10) }),
	leadTimeTable: LeadTimeTable,
	deviationLevels: DeviationLevels,
	review: ReviewTerms,
	startGates: StartTerms,
	financing: Financing,
	validity: z.strictObject({ kind: z.literal("indefinite") }),
});
