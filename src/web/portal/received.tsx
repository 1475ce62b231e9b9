import type { Page } from "./pages.ts";
import type { Words } from "./words.ts";

/** After the form: the number, the day by which an answer comes, and the link to follow it by. */
export const Received = ({ page, say }: { page: Extract<Page, { kind: "received" }>; say: Words }) => (
	<>
		<h1>{say.t("receivedTitle")}</h1>
		<p className="lead">{say.t("receivedNumber", { number: String(page.ticket.number) })}</p>
		{page.ticket.replyBy && <p>{say.t("receivedReplyBy", { date: say.proseDate(page.ticket.replyBy) })}</p>}
		<p>{say.t("receivedMail")}</p>
		<p>
			<a className="button" href={`/sledenje/${page.token}`}>
				{say.t("receivedLink")}
			</a>
		</p>
		<p>{say.t("receivedKeep")}</p>
		<p className="link">{page.link}</p>
	</>
);
