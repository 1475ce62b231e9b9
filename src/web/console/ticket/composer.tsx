import { Button, Checkbox, Select, Tabs, Textarea } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { type TicketView, messageSecondLevel, note } from "../../../desk/tickets/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Reasons, RefusalNote } from "../../ui/state/error-state.tsx";
import { useToday } from "../../ui/time/now.tsx";
import styles from "./composer.module.css";
import { type Mode, type Send, modesOf, recipientOf, sendsOf } from "./composer.view.ts";
import { useDraft } from "./use-draft.ts";
import { Outbox, useOutbox } from "./outbox.tsx";
import { DayField } from "../../ui/form/day-field.tsx";

/** What is written. `begun` counts how often a key or the palette asked to write: each time the field takes the focus. */
export type Writing = { readonly mode: Mode; readonly send: Send | null; readonly begun: number };

/**
 * Reply, note and side thread: three things that never look alike; the button of each names who will read it. On a phone it
 * opens when one of them is chosen.
 */
export const Composer = ({
	ticket,
	writing,
	onMode,
}: {
	ticket: TicketView;
	writing: Writing;
	onMode: (mode: Mode) => void;
}) => {
	const say = useText();
	const modes = modesOf(ticket);
	const shown = modes.includes(writing.mode) ? writing.mode : (modes[0] ?? "note");
	const isPhone = useMediaQuery("(max-width: 767px)");
	const [isShut, setShut] = useState(true);
	const place = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (writing.begun > 0) place.current?.querySelector("textarea")?.focus();
	}, [writing.begun]);
	const open = isPhone === true && isShut && writing.begun === 0 ? null : shown;
	if (modes.length === 0) return null;
	const names = { reply: "ticket.reply", note: "ticket.note", thread: "ticket.secondLevelThread" } as const;
	return (
		<div className={styles["composer"]} data-mode={shown} ref={place}>
			<Tabs
				value={open}
				keepMounted={false}
				onChange={(value) => {
					setShut(false);
					onMode(value as Mode);
				}}
			>
				<Tabs.List>
					{modes.map((one) => (
						<Tabs.Tab key={one} value={one}>
							{say.t(names[one])}
						</Tabs.Tab>
					))}
				</Tabs.List>
				<Tabs.Panel value="reply">
					<ReplyForm ticket={ticket} wished={writing} />
				</Tabs.Panel>
				<Tabs.Panel value="note">
					<NoteForm ticket={ticket} />
				</Tabs.Panel>
				<Tabs.Panel value="thread">
					<ThreadForm ticket={ticket} />
				</Tabs.Panel>
			</Tabs>
		</div>
	);
};

const ReplyForm = ({ ticket, wished }: { ticket: TicketView; wished: Writing }) => {
	const say = useText();
	const sends = sendsOf(ticket);
	const [picked, setPicked] = useState<{ send: Send; begun: number } | null>(null);
	// What was asked for last counts: the choice in the list, or a key pressed since.
	const kind = picked?.begun === wished.begun ? picked.send : (wished.send ?? picked?.send ?? "answer");
	const [body, setBody, clear] = useDraft(ticket.id, "reply");
	const [expectedOn, setExpectedOn] = useState(useToday().add({ days: 7 }).toString());
	const address = recipientOf(ticket);
	const [isByPhone, setByPhone] = useState(address === null);
	const outbox = useOutbox(ticket, clear);
	const chosen = sends.includes(kind) ? kind : (sends[0] ?? "answer");
	if (outbox.pending !== null) return <Outbox outbox={outbox} />;
	const may = ticket.can[chosen];
	return (
		<form
			className={styles["form"]}
			onSubmit={(event) => {
				event.preventDefault();
				outbox.send({ kind: chosen, body, byPhone: isByPhone, expectedOn });
			}}
		>
			<WritingField
				value={body}
				onChange={setBody}
				label={say.t("ticket.reply")}
				placeholder={say.t("ticket.replyPlaceholder")}
			/>
			<RefusalNote error={outbox.error} />
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
						onChange={(day) => setExpectedOn(day ?? expectedOn)}
					/>
				) : null}
				{address === null ? null : (
					<Checkbox
						size="xs"
						label={say.t("ticket.byPhone")}
						checked={isByPhone}
						onChange={(event) => setByPhone(event.currentTarget.checked)}
					/>
				)}
				<Button type="submit" disabled={body.trim() === "" || may.length > 0} ml="auto">
					{isByPhone || address === null ? say.t("ticket.sayByPhone") : say.t("ticket.sendTo", { address })}
				</Button>
			</div>
		</form>
	);
};

const NoteForm = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const act = useAct(note);
	const [body, setBody, clear] = useDraft(ticket.id, "note");
	return (
		<PlainForm
			label={say.t("ticket.note")}
			placeholder={say.t("ticket.notePlaceholder")}
			submit={say.t("ticket.saveNote")}
			body={body}
			onBody={setBody}
			isBusy={act.isPending}
			error={act.error}
			onSubmit={() => act.mutate({ id: ticket.id, version: ticket.version, body }, { onSuccess: clear })}
		/>
	);
};

/** The thread with second level as second level writes in it. */
export const SideThread = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	return (
		<section className={styles["composer"]} data-mode="thread" aria-label={say.t("ticket.firstLevelThread")}>
			<ThreadForm ticket={ticket} isSecondLevel />
		</section>
	);
};

const ThreadForm = ({ ticket, isSecondLevel = false }: { ticket: TicketView; isSecondLevel?: boolean }) => {
	const say = useText();
	const act = useAct(messageSecondLevel);
	const [body, setBody, clear] = useDraft(ticket.id, "thread");
	return (
		<PlainForm
			label={say.t(isSecondLevel ? "ticket.firstLevelThread" : "ticket.secondLevelThread")}
			placeholder={say.t(isSecondLevel ? "ticket.firstLevelPlaceholder" : "ticket.threadPlaceholder")}
			submit={say.t(isSecondLevel ? "ticket.sendToFirstLevel" : "ticket.sendToSecondLevel")}
			body={body}
			onBody={setBody}
			isBusy={act.isPending}
			error={act.error}
			onSubmit={() => act.mutate({ id: ticket.id, version: ticket.version, body }, { onSuccess: clear })}
		/>
	);
};

const PlainForm = (props: {
	label: string;
	placeholder: string;
	submit: string;
	body: string;
	onBody: (body: string) => void;
	isBusy: boolean;
	error: unknown;
	onSubmit: () => void;
}) => (
	<form
		className={styles["form"]}
		onSubmit={(event) => {
			event.preventDefault();
			props.onSubmit();
		}}
	>
		<WritingField value={props.body} onChange={props.onBody} label={props.label} placeholder={props.placeholder} />
		<RefusalNote error={props.error} />
		<div className={styles["foot"]}>
			<Button
				type="submit"
				color="gray"
				variant="default"
				loading={props.isBusy}
				disabled={props.body.trim() === ""}
				ml="auto"
			>
				{props.submit}
			</Button>
		</div>
	</form>
);

/** Ctrl or Cmd with Enter sends; the mode is announced by the field's own name. */
const WritingField = ({
	value,
	onChange,
	label,
	placeholder,
}: {
	value: string;
	onChange: (value: string) => void;
	label: string;
	placeholder: string;
}) => (
	<Textarea
		aria-label={label}
		placeholder={placeholder}
		autosize
		minRows={3}
		maxRows={12}
		value={value}
		onChange={(event) => onChange(event.currentTarget.value)}
		onKeyDown={(event) => {
			if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
		}}
	/>
);
