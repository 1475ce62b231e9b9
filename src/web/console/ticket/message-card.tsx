import { Button } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { type TicketView, attachment, original, reveal } from "../../../desk/tickets/contract.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { saveFile } from "../../ui/form/save-file.ts";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import styles from "./conversation.module.css";
import { lookOf } from "./conversation.view.ts";
import { Written } from "./written.tsx";
import { folded } from "./written.view.ts";

type Message = TicketView["messages"][number];

/** One message as plain text; what was quoted is folded, personal numbers are masked until somebody asks for them. */
export const MessageCard = ({ ticket, message }: { ticket: TicketView; message: Message }) => {
	const say = useText();
	const { fresh, quoted } = folded(message.body, message.quotedFrom);
	const isFromUser = message.audience === "USER" && message.direction === "IN";
	const author = isFromUser
		? (ticket.reporter?.name ?? say.t("ticket.user"))
		: (message.authorName ?? say.t("ticket.system"));
	return (
		<article className={styles["card"]} data-look={lookOf(message)}>
			<header className={styles["head"]}>
				<strong>{author}</strong>
				<span className={styles["kind"]}>{say.t(`ticket.kind-${message.kind}`)}</span>
				{message.isAutomatic ? <span>{say.t("ticket.automatic")}</span> : null}
				{message.channel === null ? null : <span>{say.t(`words.channel-${message.channel}`)}</span>}
				<time dateTime={message.at}>{say.moment(message.at)}</time>
			</header>
			{message.isAutomatic && message.kind !== "REQUEST" ? (
				<details className={styles["quoted"]}>
					<summary>{say.t("ticket.showAutomatic")}</summary>
					<Written text={fresh} />
				</details>
			) : (
				<Written text={fresh} />
			)}
			{message.isShortened ? <Shortened ticket={ticket} message={message} /> : null}
			{quoted === "" ? null : (
				<details className={styles["quoted"]}>
					<summary>{say.t("ticket.quoted")}</summary>
					<Written text={quoted} />
				</details>
			)}
			{message.masked.length === 0 ? null : <MaskedValue ticket={ticket} message={message} />}
			{message.attachments.length === 0 ? null : <Attachments ticket={ticket} message={message} />}
		</article>
	);
};

/** Said where a message is not the whole mail; the mail itself is downloaded, which leaves a record. */
const Shortened = ({ ticket, message }: { ticket: TicketView; message: Message }) => {
	const say = useText();
	const act = useAct(original);
	const save = async () => {
		const { name, contentType, base64 } = await act.mutateAsync({ id: ticket.id, messageId: message.id });
		if (base64 !== null) saveFile(name, contentType, Uint8Array.fromBase64(base64));
	};
	return (
		<div className={styles["foot"]}>
			<span>{say.t("ticket.shortened")}</span>
			{message.hasOriginal ? (
				<>
					<Button
						size="compact-xs"
						variant="default"
						loading={act.isPending}
						// What was refused stands beside the button.
						onClick={() => void save().catch(() => {})}
					>
						{say.t("ticket.original")}
					</Button>
					<span>{say.t("ticket.revealNote")}</span>
				</>
			) : null}
			<RefusalNote error={act.error} />
		</div>
	);
};

/** Masked personal numbers; showing them is an act that leaves a record. */
const MaskedValue = ({ ticket, message }: { ticket: TicketView; message: Message }) => {
	const say = useText();
	const act = useAct(reveal);
	const what = [...new Set(message.masked.map((kind) => say.t(`ticket.masked-${kind}`)))].join(", ");
	if (act.data?.findings) {
		return (
			<p className={styles["foot"]}>
				{act.data.findings.map((finding) => `${say.t(`ticket.masked-${finding.kind}`)}: ${finding.text}`).join(", ")}
			</p>
		);
	}
	return (
		<div className={styles["foot"]}>
			<Button
				size="compact-xs"
				variant="default"
				loading={act.isPending}
				onClick={() => act.mutate({ id: ticket.id, messageId: message.id })}
			>
				{say.t("ticket.reveal", { what })}
			</Button>
			<span>{say.t("ticket.revealNote")}</span>
			<RefusalNote error={act.error} />
		</div>
	);
};

const Attachments = ({ ticket, message }: { ticket: TicketView; message: Message }) => {
	const say = useText();
	const save = async (attachmentId: Message["attachments"][number]["id"]) => {
		const file = await call(attachment, { id: ticket.id, attachmentId });
		saveFile(file.name, file.contentType, Uint8Array.fromBase64(file.base64));
	};
	return (
		<div className={styles["foot"]} aria-label={say.t("ticket.attachments")}>
			{message.attachments.map((file) => (
				<Button
					key={file.id}
					size="compact-xs"
					variant="default"
					leftSection={<IconPaperclip size={14} aria-hidden />}
					onClick={() => void save(file.id)}
				>
					{`${file.name} (${say.number(file.sizeBytes / 1024)}\u00A0kB)`}
				</Button>
			))}
		</div>
	);
};
