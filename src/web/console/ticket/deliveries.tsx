import { Link } from "@tanstack/react-router";
import { deliveries, suggestions } from "../../../desk/channels/contract.ts";
import type { TicketId } from "../../../kernel/id.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./ticket.module.css";

/** Mails about the ticket and what became of them, and tickets that its own mail pointed at. */
export const Deliveries = ({ ticketId }: { ticketId: TicketId }) => {
	const say = useText();
	const sent = useQuestion(deliveries, { ticketId }).data?.rows ?? [];
	const hints = useQuestion(suggestions, { ticketId }).data?.rows ?? [];
	if (sent.length + hints.length === 0) return null;
	return (
		<section aria-label={say.t("ticket.deliveries")}>
			<h2>{say.t("ticket.deliveries")}</h2>
			<ul className={styles["list"]}>
				{hints.map((hint) => (
					<li key={hint.ticketId}>
						<Link to="/app/tickets/$ticket" params={{ ticket: String(hint.number) }}>
							{say.t("ticket.suggestion", { number: hint.number })}
						</Link>
					</li>
				))}
				{sent.map((mail) => (
					<li key={mail.id}>
						<span>
							{say.t(`ticket.delivery-${mail.state}`)}: {mail.recipient},{" "}
							<time dateTime={mail.settledAt ?? mail.queuedAt}>{say.moment(mail.settledAt ?? mail.queuedAt)}</time>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
};
