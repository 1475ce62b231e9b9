import { sql } from "kysely";
import { cursorValues, pageFrom } from "../../../kernel/page.ts";
import { notFound } from "../../../kernel/refusal.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { mayReadSink, type Sink } from "../policy.ts";

/** Where mail leaves the machine there is no sink, for nobody. */
const sinkOf = async (context: Context): Promise<Sink> => {
	if (!context.settings.demo && context.settings.outgoingSmtpUrl !== null) throw notFound("sink");
	return { isDemo: context.settings.demo };
};

const mailsOf = (context: Context) =>
	context.tx
		.selectFrom("sent_mail")
		.innerJoin("outbox", "outbox.id", "sent_mail.outbox_id")
		.select(["outbox.id", "sent_mail.at", "recipient", "subject", "purpose", "about_id"]);

type Row = Awaited<ReturnType<ReturnType<typeof mailsOf>["executeTakeFirstOrThrow"]>>;

const rowView = (row: Row) => ({
	id: row.id,
	at: row.at.toString(),
	to: row.recipient,
	subject: row.subject,
	purpose: row.purpose,
	ticketId: row.about_id,
});

export const sentMails = operation(contract.sentMails)({
	load: sinkOf,
	may: mayReadSink,
	async run(context, input) {
		const after = cursorValues(input.after, ["instant", "id"]);
		let query = mailsOf(context);
		if (input.to !== undefined) query = query.where("recipient", "=", input.to);
		if (after)
			query = query.where(
				sql<boolean>`(sent_mail.at, sent_mail.outbox_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
			);
		const rows = await query
			.orderBy("sent_mail.at", "desc")
			.orderBy("sent_mail.outbox_id", "desc")
			.limit(input.limit + 1)
			.execute();
		return pageFrom(rows, input.limit, rowView, (row) => [row.at.toString(), row.id]);
	},
});

export const sentMail = operation(contract.sentMail)({
	load: sinkOf,
	may: mayReadSink,
	async run(context, input) {
		const row = await mailsOf(context)
			.select(["body_text", "body_html", "reply_to", "message_id", "sent_mail.raw"])
			.where("outbox.id", "=", input.id)
			.executeTakeFirst();
		if (row === undefined) throw notFound("mail");
		return {
			...rowView(row),
			text: row.body_text,
			html: row.body_html,
			replyTo: row.reply_to ?? context.settings.mailFrom,
			messageId: row.message_id,
			raw: row.raw.toString("utf8"),
		};
	},
});
