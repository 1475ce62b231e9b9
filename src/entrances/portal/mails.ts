import type { FastifyInstance } from "fastify";
import { createTransport } from "nodemailer";
import { sentMail, sentMails } from "../../desk/channels/contract.ts";
import type { Mail } from "../../web/portal/pages.ts";
import { readForm } from "./form-data.ts";
import type { PortalDoor, PortalParts } from "./portal.ts";

const hidden = { schema: { hide: true } };

type Params = { id: string };

/** The sink of a demo desk: every mail it would have sent, and a way to answer each as its recipient, over real SMTP. */
export function mailRoutes(app: FastifyInstance, parts: PortalDoor): void {
	const { asPublic, desk, pages } = parts;
	const { baseUrl } = desk.settings;

	app.get<{ Querystring: { after?: string } }>("/posta", hidden, async (request, reply) => {
		const { after } = request.query;
		const { rows, next } = await asPublic(sentMails, { limit: 50, ...(after && { after }) });
		return pages.send(request, reply, { kind: "mails", rows, next });
	});

	app.get<{ Params: Params; Querystring: { poslano?: string } }>("/posta/:id", hidden, async (request, reply) => {
		const mail = await asPublic(sentMail, { id: request.params.id });
		const sent = request.query.poslano !== undefined;
		return pages.send(request, reply, { kind: "mail", mail, baseUrl, sent, values: {}, refused: [] });
	});

	app.post<{ Params: Params }>("/posta/:id", hidden, async (request, reply) => {
		const mail = await asPublic(sentMail, { id: request.params.id });
		const { values } = await readForm(request);
		const body = (values.body ?? "").trim();
		const code =
			body === ""
				? "required"
				: await post(parts, mail, body).then(
						() => null,
						(error) => {
							request.log.warn({ err: error }, "a reply from the sink was not taken");
							return "not-taken";
						},
					);
		if (code === null) return reply.redirect(`/posta/${mail.id}?poslano=1`, 303);
		return pages.send(
			request,
			reply,
			{ kind: "mail", mail, baseUrl, sent: false, values, refused: [{ code, at: "body" }] },
			422,
		);
	});
}

/** Sends the reply as the recipient's own mail program would: to the reply address, in the same conversation. */
async function post({ desk, smtpPort }: PortalParts, mail: Mail, text: string): Promise<void> {
	const host = desk.settings.host === "0.0.0.0" ? "127.0.0.1" : desk.settings.host;
	const transport = createTransport({ host, port: smtpPort(), secure: false, ignoreTLS: true });
	try {
		await transport.sendMail({
			from: mail.to,
			to: mail.replyTo,
			subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
			inReplyTo: mail.messageId,
			references: mail.messageId,
			text,
		});
	} finally {
		transport.close();
	}
}
