import { z } from "zod";

/** Trimmed text of `least` to `most` characters, free of control characters except tab and line ends. */
export const Text = (least: number, most: number) =>
	z
		.string()
		.trim()
		.min(least)
		.max(most)
		.refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/.test(text), "control-character");

/** One line of text: what may reach a mail header or a file name (no CR, LF or other control character). */
export const Line = (least: number, most: number) =>
	z
		.string()
		.trim()
		.min(least)
		.max(most)
		.refine((text) => !/[\u0000-\u001f\u007f\u2028\u2029]/.test(text), "control-character");

/** A mail address by a strict grammar: no display name, no comment, no quoted local part. */
export const MailAddress = z
	.string()
	.trim()
	// An overwrite, not a transform: a transform has no JSON schema, and addresses stand in answers too.
	.toLowerCase()
	.max(254)
	.regex(
		/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/,
		"mail-address",
	)
	// No stray dots, and nothing that a mail program would decode into another address (`platform/mail/addresses.ts` agrees).
	.refine((address) => !/^\.|\.\.|\.@|=\?|\?=/.test(address), "mail-address");

/** An instant on the wire: ISO 8601 in UTC (`2026-03-12T13:05:00Z`). */
export const InstantText = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/, "instant");

/** A calendar date on the wire: `2026-03-12`, checked to exist. */
export const PlainDateText = z.string().refine((text) => {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	try {
		return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
	} catch {
		return false;
	}
}, "date");

/** A calendar month on the wire: `2026-03`. */
export const MonthText = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, "month");

/** The number of the state of an object that the caller last saw; a change against an older one is refused (A-42, optimistic check). */
export const Version = z.coerce.number().int().min(1);

export const SupportSet = z.enum(["TECHNICAL", "CONTENT"]);
export type SupportSet = z.infer<typeof SupportSet>;

export const Language = z.enum(["sl", "en"]);
export type Language = z.infer<typeof Language>;
