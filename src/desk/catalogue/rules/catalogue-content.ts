import { z } from "zod";
import { roles } from "../../../kernel/actor.ts";
import { Line, MailAddress, Text } from "../../../kernel/values.ts";
import { ClockDuration, Phone, WebAddress } from "./contact-values.ts";
import { Week } from "./opening-hours.ts";

/** Who is responsible for what the desk does not support, so that a request can be redirected. */
export const CompetentBody = z.strictObject({
	code: z
		.string()
		.max(40)
		.regex(/^[a-z0-9][a-z0-9-]*$/, "competent-body"),
	name: Line(1, 200),
	subject: Line(1, 300),
	email: MailAddress.nullish(),
	phone: Phone.nullish(),
	url: WebAddress.nullish(),
});
export type CompetentBody = z.infer<typeof CompetentBody>;

const ReportDefinition = z.strictObject({ code: Line(1, 80), name: Line(1, 200), content: Text(1, 4000) });

/**
 * The contact centre's own catalogue of services ("Katalog storitev EKC"): everything about the way it works that an
 * agreement refers to and does not say itself (DOC-03, A-18). One value of every setting in it, nowhere a second one.
 */
export const CatalogueContent = z.strictObject({
	title: Line(1, 200),
	/** The edition as printed and cited ("2026-01"). */
	edition: Line(1, 100),
	/** What clients may publish about the contact centre once their agreement is active (STA-05–07, A-45). */
	contacts: z.strictObject({ phones: z.array(Phone).min(1).max(10), webFormUrl: WebAddress, email: MailAddress }),
	managementEmails: z.array(MailAddress).min(1).max(20),
	adviserMailbox: MailAddress,
	/** Told of a security incident whatever the calendar (§2.1). */
	securityContact: z.strictObject({ name: Line(1, 200), email: MailAddress, phone: Phone }),
	/** What each office does, as printed. */
	roles: z.array(z.strictObject({ role: z.enum(roles), text: Text(1, 2000) })).max(roles.length),
	reportDefinitions: z.array(ReportDefinition).min(1).max(40),
	/** First level's own targets; null = none is promised. */
	firstLevelTargets: z.strictObject({ response: ClockDuration.nullable(), resolution: ClockDuration.nullable() }),
	openingHours: Week,
	/** Days of the user's silence after which a question is repeated (§2.3, waitingUser). */
	reminderDays: z.array(z.number().int().min(1).max(90)).max(5),
	autoCloseDays: z.number().int().min(1).max(365),
	reopenDays: z.number().int().min(0).max(365),
	/** Share of an allowance, in percent, at which its holder is warned. */
	warningShare: z.number().int().min(1).max(99),
	competentBodies: z.array(CompetentBody).max(200),
});
export type CatalogueContent = z.infer<typeof CatalogueContent>;

/** The numbers of §2.3 and §1.4; an edition may say otherwise. */
export const catalogueDefaults = {
	reminderDays: [3, 7],
	autoCloseDays: 14,
	reopenDays: 14,
	warningShare: 75,
} as const;
