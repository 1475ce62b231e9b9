import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import { AskOtherBodyForm, CallForm, LinkForm, OtherBodyAnswerForm, RestrictForm } from "./further-forms.tsx";
import { HandOverPanel } from "./hand-over-panel.tsx";
import { OverrideForm, RedirectForm, ReopenForm, SolveForm } from "./small-forms.tsx";
import styles from "./ticket.module.css";
import { TriageForm } from "./triage-form.tsx";

export type PanelProps = { ticket: TicketView; onClose: () => void };

const panels: Readonly<Record<string, (props: PanelProps) => ReactNode>> = {
	triage: TriageForm,
	handOver: HandOverPanel,
	solve: SolveForm,
	redirect: RedirectForm,
	reopen: ReopenForm,
	overridePriority: OverrideForm,
	link: LinkForm,
	askOtherBody: AskOtherBodyForm,
	recordOtherBodyAnswer: OtherBodyAnswerForm,
	addCall: CallForm,
	restrict: RestrictForm,
};

/** The panel of one act, opened in place above the conversation. */
export const ActPanel = ({ ticket, name, onClose }: PanelProps & { name: string }) => {
	const Panel = panels[name];
	return Panel === undefined ? null : <Panel key={name} ticket={ticket} onClose={onClose} />;
};

/** The frame of such a panel: heading, fields, refusal, one verb. The heading takes the focus, Esc closes. */
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
