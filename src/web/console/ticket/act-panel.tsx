import type { ReactNode } from "react";
import { AssignForm } from "./assign-form.tsx";
import { AskOtherBodyForm, CallForm, LinkForm, OtherBodyAnswerForm, RestrictForm } from "./further-forms.tsx";
import { HandOverPanel } from "./hand-over-panel.tsx";
import type { PanelProps } from "./in-place.tsx";
import { ReporterForm } from "./reporter-form.tsx";
import { OverrideForm, RedirectForm, ReopenForm, SolveForm } from "./small-forms.tsx";
import { TriageForm } from "./triage-form.tsx";

const panels: Readonly<Record<string, (props: PanelProps) => ReactNode>> = {
	assign: AssignForm,
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
	correctReporter: ReporterForm,
	restrict: RestrictForm,
};

/** The panel of one act, opened in place above the conversation. */
export const ActPanel = ({ ticket, name, onClose }: PanelProps & { name: string }) => {
	const Panel = panels[name];
	return Panel === undefined ? null : <Panel key={name} ticket={ticket} onClose={onClose} />;
};
