import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type TicketView, answer, askUser, interimReply, send, undoSend } from "../../../desk/tickets/contract.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { useCommands } from "../../ui/palette/use-commands.ts";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import type { Send } from "./composer.view.ts";
import styles from "./composer.module.css";
import type { Draft } from "./use-draft.ts";

export type Outgoing = { readonly kind: Send; readonly byPhone: boolean; readonly expectedOn: string };

/** Sends the words of a draft: into the desk's outbox, where they can be undone, or at once what was said by phone. */
export const useSending = (ticket: TicketView, draft: Draft) => {
	const spoken = { answer: useAct(answer), askUser: useAct(askUser), interimReply: useAct(interimReply) };
	const [error, setError] = useState<unknown>(null);
	const [isBusy, setBusy] = useState(false);
	const one = { id: ticket.id, version: ticket.version, body: draft.text };
	const record = async ({ kind, expectedOn }: Outgoing): Promise<void> => {
		const said = { ...one, byPhone: true };
		if (kind === "interimReply") await spoken.interimReply.mutateAsync({ ...said, expectedOn });
		else await spoken[kind].mutateAsync(said);
		draft.clear();
	};
	return {
		isBusy,
		error,
		async send(outgoing: Outgoing): Promise<void> {
			const { kind, byPhone, expectedOn } = outgoing;
			const day = kind === "interimReply" ? expectedOn : null;
			setError(null);
			setBusy(true);
			try {
				if (byPhone) await record(outgoing);
				else await draft.handOff((version) => call(send, { ...one, kind, expectedOn: day, draft: version }));
			} catch (refused) {
				setError(refused);
			}
			setBusy(false);
		},
	};
};

/** The reply that waits: how long it can still be undone. Nothing but the desk decides when it goes. */
export const Outbox = ({
	ticketId,
	draft,
	leftMs,
	onUndone,
}: {
	ticketId: TicketView["id"];
	draft: Draft;
	leftMs: number;
	onUndone: () => void;
}) => {
	const say = useText();
	const [error, setError] = useState<unknown>(null);
	const left = useSecondsLeft(draft, leftMs);
	const [first] = useState(left);
	const button = useRef<HTMLButtonElement>(null);
	const undo = async () => {
		await call(undoSend, { id: ticketId }).then(onUndone, setError);
		await draft.askAgain();
	};
	useKeys({ u: () => void undo() });
	useCommands([{ text: say.t("ticket.undo"), why: [], key: "u", run: () => void undo() }]);
	// The field that had the focus is gone; whoever wrote elsewhere meanwhile is left alone.
	useEffect(() => {
		if (document.activeElement === document.body) button.current?.focus();
	}, []);
	return (
		<div className={styles["outbox"]}>
			<p role="timer">{left > 0 ? say.t("ticket.outbox", { n: left }) : say.t("ticket.sendingNow")}</p>
			<span className="unseen" role="status">
				{say.t("ticket.outbox", { n: first })}
			</span>
			<RefusalNote error={error} />
			<Button ref={button} variant="default" size="xs" onClick={() => void undo()}>
				{say.t("ticket.undo")}
			</Button>
		</div>
	);
};

/** Counts down from what the desk said; at the end it asks each second whether the reply has gone. */
const useSecondsLeft = ({ askAgain }: Draft, leftMs: number): number => {
	const [count, setCount] = useState({ from: leftMs, passed: 0 });
	const passed = count.from === leftMs ? count.passed : 0;
	const left = Math.max(0, Math.ceil(leftMs / 1000) - passed);
	useEffect(() => {
		const timer = setTimeout(() => {
			setCount({ from: leftMs, passed: passed + 1 });
			if (left <= 1) void askAgain();
		}, 1000);
		return () => clearTimeout(timer);
	}, [leftMs, left, passed, askAgain]);
	return left;
};
