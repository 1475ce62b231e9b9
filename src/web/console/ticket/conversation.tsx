import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { type Shown, timelineOf } from "./conversation.view.ts";
import styles from "./conversation.module.css";
import { MessageCard } from "./message-card.tsx";

/** Messages and changes in order of time; public, internal and second level never look alike. */
export const Conversation = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const [shown, setShown] = useState<Shown>("messages");
	const entries = timelineOf(ticket, shown);
	return (
		<>
			<SegmentedControl
				size="xs"
				className={styles["filter"] ?? ""}
				value={shown}
				onChange={(value) => setShown(value as Shown)}
				data={(["all", "messages", "changes"] as const).map((value) => ({ value, label: say.t(`ticket.${value}`) }))}
			/>
			{entries.length === 0 ? <EmptyState title={say.t("ticket.noMessages")} /> : null}
			<ol className={styles["list"]}>
				{entries.map((entry) => (
					<li key={entry.key}>
						{entry.kind === "message" ? (
							<MessageCard ticket={ticket} message={entry.message} />
						) : (
							<p className={styles["step"]}>
								<span>{say.word("ticket", `step-${entry.step.name}`, "ticket.step-other")}</span>
								<span>
									{say.t("ticket.by", {
										who: entry.step.by.name ?? say.t(entry.step.by.kind === "public" ? "ticket.user" : "ticket.system"),
										when: say.moment(entry.step.at),
									})}
								</span>
							</p>
						)}
					</li>
				))}
			</ol>
		</>
	);
};
