import MailComposer from "nodemailer/lib/mail-composer";
import type { OutboxRow } from "./outbox.ts";

export type ComposedAttachment = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/**
 * The bytes of a mail as it goes over the wire, the same at every attempt but for the date of the attempt. Automatic mail says
 * so (RFC 3834) and asks Microsoft's servers for silence; files and addresses of the network are never fetched.
 */
export async function compose(
	row: OutboxRow,
	from: { readonly name: string; readonly address: string },
	attachments: readonly ComposedAttachment[],
	date: Temporal.Instant,
): Promise<Buffer> {
	const headers: Record<string, string> = { "Content-Language": row.language };
	if (row.automatic) {
		headers["Auto-Submitted"] = "auto-generated";
		headers["X-Auto-Response-Suppress"] = "All";
	}
	const composer = new MailComposer({
		from,
		to: { name: "", address: row.recipient },
		subject: row.subject,
		text: row.body_text,
		...(row.body_html === null ? {} : { html: row.body_html }),
		...(row.reply_to === null ? {} : { replyTo: { name: from.name, address: row.reply_to } }),
		...(row.in_reply_to === null ? {} : { inReplyTo: row.in_reply_to, references: [row.in_reply_to] }),
		messageId: row.message_id,
		date: mailDate(date),
		headers,
		attachments: attachments.map(({ name, type, bytes }) => ({
			filename: name,
			contentType: type,
			content: Buffer.from(bytes),
			contentDisposition: "attachment" as const,
		})),
		disableFileAccess: true,
		disableUrlAccess: true,
		newline: "windows",
	});
	return composer.compile().build();
}

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Tue, 10 Mar 2026 08:00:00 +0000`: the only form that RFC 5322 §3.3 knows. */
function mailDate(instant: Temporal.Instant): string {
	const at = instant.toZonedDateTimeISO("UTC");
	const time = at.toPlainTime().toString({ smallestUnit: "second" });
	return `${days[at.dayOfWeek - 1]}, ${at.day} ${months[at.month - 1]} ${at.year} ${time} +0000`;
}
