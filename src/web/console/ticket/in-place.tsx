import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import styles from "./ticket.module.css";

export type PanelProps = { ticket: TicketView; onClose: () => void };

/** The frame of an act's panel: heading, fields, refusal, one verb. The heading takes the focus, Esc closes. */
export const InPlace = ({
	title,
	submit,
	isBusy,
	error,
	isReady = true,
	onSubmit,
	onClose,
	children,
}: {
	title: string;
	submit: string;
	isBusy: boolean;
	error: unknown;
	isReady?: boolean;
	onSubmit: () => void;
	onClose: () => void;
	children: ReactNode;
}) => {
	const say = useText();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
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
				onSubmit();
			}}
		>
			<h2 ref={heading} tabIndex={-1}>
				{title}
			</h2>
			{children}
			<RefusalNote error={error} />
			<div className={styles["buttons"]}>
				<Button type="submit" loading={isBusy} disabled={!isReady}>
					{submit}
				</Button>
				<Button variant="default" onClick={onClose}>
					{say.t("app.cancel")}
				</Button>
			</div>
		</form>
	);
};
