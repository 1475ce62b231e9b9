import { ErrorList, Field, fieldErrors, type Sentences } from "./field.tsx";
import type { Page } from "./pages.ts";
import type { PortalText, Words } from "./words.ts";

type TrackingPage = Extract<Page, { kind: "tracking" }>;

const sentences: Sentences = { body: ({ code }) => (code === "too-big" ? "errorReplyLong" : "errorReply") };

/** One ticket as its user sees it; opening the page uses nothing up, so that mail scanners may click. */
export const Tracking = ({ page, say }: { page: TrackingPage; say: Words }) => {
	const { ticket } = page;
	return (
		<>
			<p className="muted">{say.t("trackTitle", { number: String(ticket.number) })}</p>
			<h1>{ticket.subject}</h1>
			{page.sent && (
				<p className="done" role="status">
					{say.t("replySent")}
				</p>
			)}
			<Progress ticket={ticket} say={say} />
			<h2>{say.t("conversation")}</h2>
			<ol className="messages">
				{ticket.messages.map((message) => (
					<li className={message.direction === "IN" ? "theirs" : "ours"} key={`${message.at}${message.direction}`}>
						<p className="muted">
							<strong>{say.t(message.direction === "IN" ? "fromYou" : "fromUs")}</strong>{" "}
							<time dateTime={message.at}>{say.moment(message.at)}</time>
						</p>
						<p className="prose">{message.body}</p>
					</li>
				))}
			</ol>
			<ReplyForm page={page} say={say} />
		</>
	);
};

const steps = ["RECEIVED", "IN_PROGRESS", "ANSWERED", "CLOSED"] as const;

const Progress = ({ ticket, say }: { ticket: TrackingPage["ticket"]; say: Words }) => {
	const state = `state${ticket.state}` as PortalText;
	const reached = ticket.state === "WAITING_FOR_USER" ? 1 : steps.indexOf(ticket.state);
	return (
		<section className="progress" aria-label={say.t("progress")}>
			<p className="state">{say.t(state)}</p>
			<ol>
				{steps.map((step, index) => (
					<li
						key={step}
						className={index <= reached ? "reached" : undefined}
						aria-current={index === reached ? "step" : undefined}
					>
						{say.t(index === reached ? state : (`state${step}` as PortalText))}
					</li>
				))}
			</ol>
			{ticket.expectedOn && <p>{say.t("expectedOn", { date: say.proseDate(ticket.expectedOn) })}</p>}
			{!ticket.expectedOn && ticket.replyBy && <p>{say.t("replyBy", { date: say.proseDate(ticket.replyBy) })}</p>}
			{ticket.competentBody && <p>{say.t("competentBody", { body: ticket.competentBody })}</p>}
			{ticket.linkUntil && <p>{say.t("linkUntil", { date: say.proseDate(ticket.linkUntil) })}</p>}
			<p className="muted">
				{say.t("askedOn", { when: say.moment(ticket.receivedAt) })}
				{ticket.serviceName && ` · ${say.t("service", { service: ticket.serviceName })}`}
			</p>
		</section>
	);
};

const replyHint = ({ ticket }: TrackingPage): PortalText => {
	if (!ticket.isReplyToThis) return "replyOpensNew";
	return ticket.state === "CLOSED" ? "replyReopens" : "replyHint";
};

const ReplyForm = ({ page, say }: { page: TrackingPage; say: Words }) => {
	const errors = fieldErrors(page.refused, sentences, say);
	return (
		<>
			<h2>{say.t("reply")}</h2>
			<ErrorList title={say.t("replyNotSent")} errors={errors} />
			<form method="post" action={`/sledenje/${page.token}`} noValidate>
				<input type="hidden" name="key" value={page.key} />
				<Field id="body" label={say.t("replyText")} hint={say.t(replyHint(page))} errors={errors}>
					{(aria) => <textarea {...aria} rows={6} maxLength={20_000} required defaultValue={page.values.body} />}
				</Field>
				<button type="submit">{say.t("sendReply")}</button>
			</form>
		</>
	);
};
