import type { ReactNode } from "react";
import { ErrorList, Field, fieldErrors, type Sentences } from "./field.tsx";
import type { Page } from "./pages.ts";
import type { Words } from "./words.ts";

/** What a demo desk would have sent into the world. */
export const Mails = ({ page, say }: { page: Extract<Page, { kind: "mails" }>; say: Words }) => (
	<>
		<h1>{say.t("mailsTitle")}</h1>
		<p className="lead">{say.t("mailsLead")}</p>
		{page.rows.length === 0 && <p>{say.t("mailsNone")}</p>}
		<ol className="mails">
			{page.rows.map((mail) => (
				<li key={mail.id}>
					<a href={`/posta/${mail.id}`}>{mail.subject}</a>
					<span className="muted">
						{say.t("mailTo")}: {mail.to} · <time dateTime={mail.at}>{say.moment(mail.at)}</time>
					</span>
				</li>
			))}
		</ol>
		{page.next && (
			<p>
				<a href={`/posta?after=${page.next}`}>{say.t("mailOlder")}</a>
			</p>
		)}
	</>
);

const sentences: Sentences = { body: ({ code }) => (code === "required" ? "errorReply" : "mailReplyNotSent") };

/** One mail with its links alive, and a form that answers it over real SMTP as its recipient would. */
export const MailPage = ({ page, say }: { page: Extract<Page, { kind: "mail" }>; say: Words }) => {
	const { mail } = page;
	const errors = fieldErrors(page.refused, sentences, say);
	return (
		<>
			<p>
				<a href="/posta">{say.t("mailBack")}</a>
			</p>
			<h1>{mail.subject}</h1>
			{page.sent && (
				<p className="done" role="status">
					{say.t("mailReplySent")}
				</p>
			)}
			<dl>
				<div>
					<dt>{say.t("mailTo")}</dt>
					<dd>{mail.to}</dd>
				</div>
				<div>
					<dt>{say.t("mailAt")}</dt>
					<dd>
						<time dateTime={mail.at}>{say.moment(mail.at)}</time>
					</dd>
				</div>
				<div>
					<dt>{say.t("mailReplyTo")}</dt>
					<dd className="link">{mail.replyTo}</dd>
				</div>
			</dl>
			<div className="prose letter">{withLinks(mail.text, page.baseUrl)}</div>
			<h2>{say.t("mailReply", { name: mail.to })}</h2>
			<ErrorList title={say.t("replyNotSent")} errors={errors} />
			<form method="post" action={`/posta/${mail.id}`} noValidate>
				<Field id="body" label={say.t("replyText")} errors={errors}>
					{(aria) => <textarea {...aria} rows={6} required defaultValue={page.values.body} />}
				</Field>
				<button type="submit">{say.t("sendReply")}</button>
			</form>
			<details>
				<summary>{say.t("mailRaw")}</summary>
				<pre tabIndex={0}>{mail.raw}</pre>
			</details>
		</>
	);
};

/** Addresses of this desk become links within it; others stay text, because a mail's words are not ours. */
function withLinks(text: string, baseUrl: string): ReactNode[] {
	return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, index) => {
		const path = pathOfDesk(part, baseUrl);
		return path === null ? (
			part
		) : (
			<a key={`${index}${part}`} href={path}>
				{part}
			</a>
		);
	});
}

/** The port may have been another when the mail was written: a demo desk is started on whichever is free. */
function pathOfDesk(text: string, baseUrl: string): string | null {
	const url = URL.parse(text);
	return url !== null && url.hostname === new URL(baseUrl).hostname ? `${url.pathname}${url.search}` : null;
}
