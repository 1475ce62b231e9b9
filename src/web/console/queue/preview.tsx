import { Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type TicketView, read, take } from "../../../desk/tickets/contract.ts";
import type { TicketId } from "../../../kernel/id.ts";
import { useAct, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { SetBadge, StateBadge } from "../../ui/badges/badges.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { ActButton } from "../../ui/state/act-button.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import { MessageCard } from "../ticket/message-card.tsx";
import styles from "./queue.module.css";

/** The ticket in focus: its state and what was said last, with the two things done most from here. */
export const Preview = ({ id }: { id: string | null }) => {
	const say = useText();
	const question = useQuestion(read, { id: id as TicketId }, { enabled: id !== null });
	if (id === null) return <EmptyState title={say.t("queue.choose")} />;
	return <Asked question={question}>{(ticket) => <Content ticket={ticket} />}</Asked>;
};

const Content = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const taking = useAct(take);
	const takeIt = () => taking.mutate({ id: ticket.id, version: ticket.version });
	useKeys({ m: ticket.can.take.length === 0 && ticket.owner === null ? takeIt : undefined });
	return (
		<div className={styles["content"]}>
			<h2>{say.t("ticket.title", { number: ticket.number, subject: ticket.subject })}</h2>
			<Group gap={6}>
				<StateBadge text={say.t(`words.state-${ticket.state}`)} />
				{ticket.set === null ? null : <SetBadge set={ticket.set} />}
				{ticket.service === null ? null : <StateBadge text={ticket.service.name} />}
			</Group>
			<Group gap={8}>
				<Button component={Link} to={`/app/tickets/${ticket.number}`} size="xs">
					{say.t("queue.openTicket")}
				</Button>
				{ticket.owner === null ? (
					<ActButton
						size="xs"
						variant="default"
						may={ticket.can.take}
						loading={taking.isPending}
						hotkey="m"
						onAct={takeIt}
					>
						{say.t("queue.take")}
					</ActButton>
				) : null}
			</Group>
			<RefusalNote error={taking.error} />
			{ticket.messages.slice(-3).map((message) => (
				<MessageCard key={message.id} ticket={ticket} message={message} />
			))}
		</div>
	);
};
