import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import type { z } from "zod";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import type { Contract } from "../../../kernel/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import styles from "./ticket.module.css";

export type PanelProps = { ticket: TicketView; onClose: () => void };

/** What an act on a ticket asks for besides the ticket and its version. */
type Said<Input extends z.ZodType> = Omit<z.input<Input>, "id" | "version">;

/**
 * The panel of one act on a ticket: heading, fields, refusal, one verb. It performs the act with what `input` says (null: the
 * fields know what is wrong with them, `error` says it) and closes. The heading takes the focus, Esc closes.
 */
export const InPlace = <Input extends z.ZodType, Output extends z.ZodType>({
	ticket,
	act,
	title,
	submit = title,
	input,
	error = null,
	isReady = true,
	onClose,
	children,
}: PanelProps & {
	act: Contract<Input, Output>;
	title: string;
	submit?: string;
	input: () => Said<Input> | null | Promise<Said<Input> | null>;
	error?: unknown;
	isReady?: boolean;
	children: ReactNode;
}) => {
	const say = useText();
	const acting = useAct(act);
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	const perform = async () => {
		const said = await input();
		if (said === null) return;
		acting.mutate({ ...said, id: ticket.id, version: ticket.version } as z.input<Input>, { onSuccess: onClose });
	};
	return (
		<form
			className={styles["panel"]}
			aria-label={title}
			onKeyDown={(event) => {
				if (event.key !== "Escape" || event.defaultPrevented) return;
				event.stopPropagation();
				onClose();
			}}
			onSubmit={(event) => {
				event.preventDefault();
				void perform();
			}}
		>
			<h2 ref={heading} tabIndex={-1}>
				{title}
			</h2>
			{children}
			<RefusalNote error={error ?? acting.error} />
			<div className={styles["buttons"]}>
				<Button type="submit" loading={acting.isPending} disabled={!isReady}>
					{submit}
				</Button>
				<Button variant="default" onClick={onClose}>
					{say.t("app.cancel")}
				</Button>
			</div>
		</form>
	);
};
