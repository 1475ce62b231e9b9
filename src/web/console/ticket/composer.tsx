import { Button, Checkbox, Select, Tabs, Textarea } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ClockView } from "../../../desk/clocks/contract.ts";
import { type TicketView, messageSecondLevel, note } from "../../../desk/tickets/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { DayField } from "../../ui/form/day-field.tsx";
import { Reasons, RefusalNote } from "../../ui/state/error-state.tsx";
import { useToday } from "../../ui/time/now.tsx";
import styles from "./composer.module.css";
import { type Mode, type Send, modesOf, recipientOf, sendButton, sendsOf } from "./composer.view.ts";
import { DraftNotice, DraftSaved } from "./draft-state.tsx";
import { audiences } from "./draft.view.ts";
import { Outbox, useSending } from "./outbox.tsx";
import { ReplyField } from "./reply-field.tsx";
import { type Draft, useDraft } from "./use-draft.ts";

type FormProps = { ticket: TicketView; draft: Draft };

const names = { reply: "ticket.reply", note: "ticket.note", thread: "ticket.secondLevelThread" } as const;

/** What is written. `begun` counts how often a key or the palette asked to write: each time the field takes the focus. */
export type Writing = { readonly mode: Mode; readonly send: Send | null; readonly begun: number };

/**
 * Reply, note and side thread: three things that never look alike; the button of each names who will read it. On a phone it
 * opens when one of them is chosen.
 */
export const Composer = ({
	ticket,
	clocks,
	writing,
	onMode,
}: {
	ticket: TicketView;
	clocks: readonly ClockView[];
	writing: Writing;
	onMode: (mode: Mode) => void;
}) => {
	const drafts: Readonly<Record<Mode, Draft>> = {
		reply: useDraft(ticket.id, audiences.reply),
		note: useDraft(ticket.id, audiences.note),
		thread: useDraft(ticket.id, audiences.thread),
	};
	const modes = modesOf(ticket);
	const shown = modes.includes(writing.mode) ? writing.mode : (modes[0] ?? "note");
	const isPhone = useMediaQuery("(max-width: 767px)");
	const [isShut, setShut] = useState(true);
	const place = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (writing.begun > 0) place.current?.querySelector("textarea")?.focus();
	}, [writing.begun]);
	const open = isPhone === true && isShut && writing.begun === 0 ? null : shown;
	const [isUndone, setUndone] = useState(false);
	const leftMs = drafts.reply.desk?.sendsInMs ?? null;
	if (modes.length === 0) return null;
	return (
		<div className={styles["composer"]} data-mode={shown} ref={place}>
			{leftMs === null ? null : (
				<Outbox ticketId={ticket.id} draft={drafts.reply} leftMs={leftMs} onUndone={() => setUndone(true)} />
			)}
			<Tabs
				value={open}
				keepMounted={false}
				onChange={(value) => {
					setShut(false);
					onMode(value as Mode);
				}}
			>
				<div className={styles["head"]}>
					<Tabs.List>
						{modes.map((one) => (
							<ModeTab key={one} mode={one} hasDraft={one !== open && drafts[one].text !== ""} />
						))}
					</Tabs.List>
					{open === null ? null : <DraftSaved draft={drafts[open]} />}
				</div>
				<Tabs.Panel value="reply">
					{leftMs === null ? (
						<ReplyForm ticket={ticket} clocks={clocks} draft={drafts.reply} wished={writing} takesFocus={isUndone} />
					) : null}
				</Tabs.Panel>
				<Tabs.Panel value="note">
					<NoteForm ticket={ticket} draft={drafts.note} />
				</Tabs.Panel>
				<Tabs.Panel value="thread">
					<ThreadForm ticket={ticket} draft={drafts.thread} />
				</Tabs.Panel>
			</Tabs>
		</div>
	);
};

/** A tab; a dot says that words wait in it. */
const ModeTab = ({ mode, hasDraft }: { mode: Mode; hasDraft: boolean }) => {
	const say = useText();
	return (
		<Tabs.Tab value={mode}>
			{say.t(names[mode])}
			{hasDraft ? (
				<>
					<span aria-hidden> •</span>
					<span className="unseen"> ({say.t("ticket.isDraft")})</span>
				</>
			) : null}
		</Tabs.Tab>
	);
};

const ReplyForm = ({
	ticket,
	clocks,
	draft,
	wished,
	takesFocus,
}: FormProps & { clocks: readonly ClockView[]; wished: Writing; takesFocus: boolean }) => {
	const say = useText();
	const sends = sendsOf(ticket);
	const inAWeek = useToday().add({ days: 7 }).toString();
	const [picked, setPicked] = useState<{ send: Send; begun: number } | null>(null);
	// What was asked for last counts: the choice in the list, or a key pressed since.
	const asked = picked?.begun === wished.begun ? picked.send : (wished.send ?? picked?.send);
	const [day, setDay] = useState<string | null>(null);
	const [isSaid, setSaid] = useState<boolean | null>(null);
	const sending = useSending(ticket, draft);
	const kind = asked ?? draft.desk?.kind ?? "answer";
	const chosen = sends.includes(kind) ? kind : (sends[0] ?? "answer");
	const expectedOn = day ?? draft.desk?.expectedOn ?? inAWeek;
	const recipient = recipientOf(ticket, isSaid);
	const may = ticket.can[chosen];
	return (
		<form
			className={styles["form"]}
			onSubmit={(event) => {
				event.preventDefault();
				void sending.send({ kind: chosen, byPhone: recipient.by === "PHONE", expectedOn });
			}}
		>
			<DraftNotice draft={draft} />
			<ReplyField ticket={ticket} clocks={clocks} draft={draft} takesFocus={takesFocus} />
			<RefusalNote error={sending.error} />
			{may.length === 0 ? null : <Reasons obstacles={may} />}
			<div className={styles["foot"]}>
				<Select
					size="xs"
					w={250}
					aria-label={say.t("ticket.whatToSend")}
					data={sends.map((value) => ({ value, label: say.t(`ticket.send-${value}`) }))}
					value={chosen}
					allowDeselect={false}
					onChange={(value) => setPicked({ send: (value ?? "answer") as Send, begun: wished.begun })}
				/>
				{chosen === "interimReply" ? (
					<DayField
						size="xs"
						aria-label={say.t("ticket.expectedDay")}
						required
						value={expectedOn}
						onChange={(value) => setDay(value ?? expectedOn)}
					/>
				) : null}
				{recipient.isPhoneAlone ? null : (
					<Checkbox
						size="xs"
						label={say.t("ticket.byPhone")}
						checked={recipient.by === "PHONE"}
						onChange={(event) => setSaid(event.currentTarget.checked)}
					/>
				)}
				<Button
					type="submit"
					loading={sending.isBusy}
					disabled={draft.text.trim() === "" || may.length > 0 || draft.other !== null}
					ml="auto"
				>
					{sendButton(recipient, say)}
				</Button>
			</div>
		</form>
	);
};

const NoteForm = ({ ticket, draft }: FormProps) => {
	const say = useText();
	const act = useAct(note);
	return (
		<PlainForm
			label={say.t("ticket.note")}
			placeholder={say.t("ticket.notePlaceholder")}
			submit={say.t("ticket.saveNote")}
			draft={draft}
			isBusy={act.isPending}
			error={act.error}
			onSubmit={(body) =>
				act.mutate({ id: ticket.id, version: ticket.version, body }, { onSuccess: () => draft.clear() })
			}
		/>
	);
};

/** The thread with second level as second level writes in it. */
export const SideThread = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const draft = useDraft(ticket.id, audiences.thread);
	return (
		<section className={styles["composer"]} data-mode="thread" aria-label={say.t("ticket.firstLevelThread")}>
			<ThreadForm ticket={ticket} draft={draft} isSecondLevel />
		</section>
	);
};

const ThreadForm = ({ ticket, draft, isSecondLevel = false }: FormProps & { isSecondLevel?: boolean }) => {
	const say = useText();
	const act = useAct(messageSecondLevel);
	return (
		<PlainForm
			label={say.t(isSecondLevel ? "ticket.firstLevelThread" : "ticket.secondLevelThread")}
			placeholder={say.t(isSecondLevel ? "ticket.firstLevelPlaceholder" : "ticket.threadPlaceholder")}
			submit={say.t(isSecondLevel ? "ticket.sendToFirstLevel" : "ticket.sendToSecondLevel")}
			draft={draft}
			isBusy={act.isPending}
			error={act.error}
			onSubmit={(body) =>
				act.mutate({ id: ticket.id, version: ticket.version, body }, { onSuccess: () => draft.clear() })
			}
			aside={isSecondLevel ? <DraftSaved draft={draft} /> : null}
		/>
	);
};

const PlainForm = (props: {
	label: string;
	placeholder: string;
	submit: string;
	draft: Draft;
	isBusy: boolean;
	error: unknown;
	onSubmit: (body: string) => void;
	aside?: ReactNode;
}) => (
	<form
		className={styles["form"]}
		onSubmit={(event) => {
			event.preventDefault();
			props.onSubmit(props.draft.text);
		}}
	>
		<DraftNotice draft={props.draft} />
		<WritingField draft={props.draft} label={props.label} placeholder={props.placeholder} />
		<RefusalNote error={props.error} />
		<div className={styles["foot"]}>
			{props.aside}
			<Button
				type="submit"
				color="gray"
				variant="default"
				loading={props.isBusy}
				disabled={props.draft.text.trim() === "" || props.draft.other !== null}
				ml="auto"
			>
				{props.submit}
			</Button>
		</div>
	</form>
);

/** Ctrl or Cmd with Enter sends; the mode is announced by the field's own name. */
const WritingField = ({ draft, label, placeholder }: { draft: Draft; label: string; placeholder: string }) => (
	<Textarea
		aria-label={label}
		placeholder={placeholder}
		autosize
		minRows={3}
		maxRows={12}
		value={draft.text}
		onChange={(event) => draft.write(event.currentTarget.value)}
		onKeyDown={(event) => {
			if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
		}}
	/>
);
