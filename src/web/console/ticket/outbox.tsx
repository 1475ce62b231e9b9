import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type TicketView, answer, askUser, interimReply } from "../../../desk/tickets/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { useCommands } from "../../ui/palette/use-commands.ts";
import type { Send } from "./composer.view.ts";
import styles from "./composer.module.css";

/** Seconds in which a message can still be called back. */
const outboxSeconds = 10;

export type Outgoing = {
	readonly kind: Send;
	readonly body: string;
	readonly byPhone: boolean;
	readonly expectedOn: string;
};

/** Holds a message for ten seconds; leaving the page sends it at once, for the person has already said "send". */
export const useOutbox = (ticket: TicketView, onSent: () => void) => {
	const [pending, setPending] = useState<Outgoing | null>(null);
	const [left, setLeft] = useState(outboxSeconds);
	const acts = { answer: useAct(answer), askUser: useAct(askUser), interimReply: useAct(interimReply) };
	const [error, setError] = useState<Error | null>(null);
	const deliver = ({ kind, body, byPhone, expectedOn }: Outgoing) => {
		const one = { id: ticket.id, version: ticket.version, body, byPhone };
		const then = { onSuccess: onSent, onError: setError };
		setPending(null);
		if (kind === "interimReply") acts.interimReply.mutate({ ...one, expectedOn }, then);
		else acts[kind].mutate(one, then);
	};
	const latest = useRef({ pending, deliver });
	useEffect(() => {
		latest.current = { pending, deliver };
	});
	useEffect(() => {
		if (pending === null) return undefined;
		if (left <= 0) {
			latest.current.deliver(pending);
			return undefined;
		}
		const timer = setTimeout(() => setLeft(left - 1), 1000);
		return () => clearTimeout(timer);
	}, [pending, left]);
	useEffect(
		() => () => {
			if (latest.current.pending !== null) latest.current.deliver(latest.current.pending);
		},
		[],
	);
	return {
		pending,
		left,
		error,
		send: (outgoing: Outgoing) => {
			setError(null);
			if (outgoing.byPhone) {
				deliver(outgoing);
				return;
			}
			setLeft(outboxSeconds);
			setPending(outgoing);
		},
		undo: () => setPending(null),
	};
};

export const Outbox = ({ outbox }: { outbox: ReturnType<typeof useOutbox> }) => {
	const say = useText();
	useKeys({ u: outbox.undo });
	useCommands([{ text: say.t("ticket.undo"), why: [], key: "u", run: outbox.undo }]);
	return (
		<div className={styles["outbox"]} role="status">
			<p>{say.t("ticket.outbox", { n: outbox.left })}</p>
			<Button variant="default" size="xs" onClick={outbox.undo}>
				{say.t("ticket.undo")}
			</Button>
		</div>
	);
};
