import { Button, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { ClockView } from "../../../desk/clocks/contract.ts";
import { type CannedReplyView, type TicketView, cannedReplies } from "../../../desk/tickets/contract.ts";
import { filledReply } from "../../../desk/tickets/rules/canned-reply.ts";
import { useMe } from "../../api/me.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { cannedValues, inserted, matching, type Slash, slashAt, withSlash, wordsIn } from "./canned.view.ts";
import styles from "./composer.module.css";
import type { Draft } from "./use-draft.ts";

type Props = { ticket: TicketView; clocks: readonly ClockView[]; draft: Draft; takesFocus: boolean };

/**
 * The field of a reply. A slash that begins a word opens the canned replies; typing filters, arrows choose, Enter inserts and
 * never sends, Esc closes. The list is announced by the field (`aria-activedescendant`), which stays a text box: of many lines,
 * it may not be a combobox.
 */
export const ReplyField = ({ ticket, clocks, draft, takesFocus }: Props) => {
	const say = useText();
	const listId = useId();
	const field = useRef<HTMLTextAreaElement>(null);
	const [caret, setCaret] = useState<number | null>(null);
	const canned = useCanned(ticket, draft.text, caret);
	const adviser = useMe().data?.person.name ?? "";
	const put = (next: { text: string; caret: number }) => {
		draft.write(next.text);
		setCaret(next.caret);
		requestAnimationFrame(() => {
			field.current?.focus();
			field.current?.setSelectionRange(next.caret, next.caret);
		});
	};
	const insert = (reply: CannedReplyView | undefined) => {
		if (reply === undefined || canned.slash === null) return;
		const words = filledReply(wordsIn(reply, ticket.language), cannedValues(ticket, clocks, adviser));
		put(inserted(draft.text, canned.slash, words));
	};
	const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (canned.isOpen && canned.onKey(event.key, insert)) {
			event.preventDefault();
			event.stopPropagation();
		} else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
	};
	return (
		<div className={styles["field"]}>
			{canned.isOpen ? <CannedList id={listId} found={canned.found} active={canned.active} onChoose={insert} /> : null}
			<span className="unseen" role="status">
				{canned.isOpen ? say.t("replies.found", { n: canned.found.length }) : ""}
			</span>
			<Textarea
				ref={field}
				aria-label={say.t("ticket.reply")}
				aria-autocomplete="list"
				aria-haspopup="listbox"
				aria-controls={canned.isOpen ? listId : undefined}
				aria-activedescendant={canned.isOpen ? `${listId}-${canned.active}` : undefined}
				placeholder={say.t("ticket.replyPlaceholder")}
				autoFocus={takesFocus}
				autosize
				minRows={3}
				maxRows={12}
				value={draft.text}
				onChange={(event) => {
					draft.write(event.currentTarget.value);
					setCaret(event.currentTarget.selectionStart);
				}}
				onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
				onBlur={() => setCaret(null)}
				onKeyDown={onKeyDown}
			/>
			<Button
				size="compact-xs"
				variant="subtle"
				className={styles["slash"] ?? ""}
				onMouseDown={(event) => event.preventDefault()}
				onClick={() => put(withSlash(draft.text, field.current?.selectionStart ?? draft.text.length))}
			>
				/ {say.t("replies.insert")}
			</Button>
		</div>
	);
};

/** The list as far as it is open: what is found, what is chosen, and what a key does in it. */
const useCanned = (ticket: TicketView, text: string, caret: number | null) => {
	const [shutAt, setShutAt] = useState<number | null>(null);
	const [chosen, setChosen] = useState({ query: "", at: 0 });
	const slash: Slash | null = caret === null ? null : slashAt(text, caret);
	const asked = useQuestion(cannedReplies, { ticketId: ticket.id, limit: 200 }, { enabled: caret !== null });
	const found = slash === null || slash.from === shutAt ? [] : matching(asked.data?.rows ?? [], slash.query);
	const query = slash?.query ?? "";
	const active = chosen.query === query ? Math.min(chosen.at, Math.max(0, found.length - 1)) : 0;
	const go = (steps: number) => setChosen({ query, at: (active + steps + found.length) % found.length });
	/** True where the key was the list's. */
	const onKey = (key: string, insert: (reply: CannedReplyView | undefined) => void): boolean => {
		if (key === "ArrowDown") go(1);
		else if (key === "ArrowUp") go(-1);
		else if (key === "Enter") insert(found[active]);
		else if (key === "Escape") setShutAt(slash?.from ?? null);
		else return false;
		return true;
	};
	if (slash === null && shutAt !== null) setShutAt(null);
	return { slash, found, active, isOpen: found.length > 0, onKey };
};

const CannedList = ({
	id,
	found,
	active,
	onChoose,
}: {
	id: string;
	found: readonly CannedReplyView[];
	active: number;
	onChoose: (reply: CannedReplyView) => void;
}) => {
	const say = useText();
	useEffect(() => {
		// Newer browsers answer with a promise, which an effect must not return.
		void document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
	}, [id, active]);
	return (
		<ul className={styles["canned"]} id={id} role="listbox" aria-label={say.t("replies.title")}>
			{found.map((reply, index) => (
				// The field keeps the focus and answers the keys; here only the pointer chooses.
				<li
					key={reply.id}
					id={`${id}-${index}`}
					role="option"
					aria-selected={index === active}
					onMouseDown={(event) => event.preventDefault()}
					onClick={() => onChoose(reply)}
				>
					<span>{reply.name}</span>
					<span className={styles["of"]}>
						{[reply.service?.name, reply.set === null ? null : say.word("words", `set-${reply.set}`)]
							.filter((part) => part != null)
							.join(" · ")}
					</span>
				</li>
			))}
		</ul>
	);
};
