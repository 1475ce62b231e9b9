import { Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { z } from "zod";
import {
	type SessionView,
	cancelSession,
	confirmSession,
	evaluateSession,
	holdSession,
	planSession,
} from "../../../desk/training/contract.ts";
import { PersonId } from "../../../kernel/id.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { MomentField } from "../../ui/form/moment-field.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import { useNow } from "../../ui/time/now.tsx";
import { instantOfLocal, localOf } from "./local.view.ts";

type Session = z.infer<typeof SessionView>;
type Person = { readonly personId: string; readonly name: string };
type Step = { readonly session: Session; readonly act: "plan" | "hold" | "evaluate" };

export const SessionList = ({ rows, advisers }: { rows: readonly Session[]; advisers: readonly Person[] }) => {
	const say = useText();
	const [step, setStep] = useState<Step | null>(null);
	return (
		<>
			<Rows
				caption={say.t("training.sessions")}
				heads={["set", "when", "place", "reason", "state", "attendees"]
					.map((key) => say.word("training", key))
					.concat("")}
				rows={rows.map((session) => ({
					key: session.id,
					cells: [
						say.word("words", `set-${session.set}`),
						timeOf(session) === null ? "–" : say.moment(timeOf(session) ?? ""),
						session.place ?? "–",
						say.word("training", `reason-${session.reason}`),
						say.word("training", `session-${session.state}`),
						session.heldAt === null
							? "–"
							: say.t("training.attendedOf", { qualified: session.qualified, attended: session.attended }),
						<SessionActs key="acts" session={session} onStep={(act) => setStep({ session, act })} />,
					],
				}))}
			/>
			{step?.act === "plan" ? <PlanForm session={step.session} onClose={() => setStep(null)} /> : null}
			{step?.act === "hold" ? (
				<HoldForm session={step.session} advisers={advisers} onClose={() => setStep(null)} />
			) : null}
			{step?.act === "evaluate" ? <EvaluateForm session={step.session} onClose={() => setStep(null)} /> : null}
		</>
	);
};

const timeOf = (session: Session): string | null => session.heldAt ?? session.plannedFor;

/** Only the steps that SM-7 has from here; a step of others says whose it is. */
const SessionActs = ({ session, onStep }: { session: Session; onStep: (act: Step["act"]) => void }) => {
	const say = useText();
	const confirm = useAct(confirmSession);
	const cancel = useAct(cancelSession);
	const one = { id: session.id, version: session.version };
	const isAwaited = session.state === "requested" || session.state === "planned";
	return (
		<Group gap={4}>
			{isAwaited ? (
				<ActButton may={session.can.plan} size="compact-sm" variant="default" onAct={() => onStep("plan")}>
					{say.t("training.plan")}
				</ActButton>
			) : null}
			{session.state === "planned" && session.confirmedByName === null ? (
				<ActButton may={session.can.confirm} size="compact-sm" variant="default" onAct={() => confirm.mutate(one)}>
					{say.t("training.confirm")}
				</ActButton>
			) : null}
			{session.state === "planned" ? (
				<ActButton may={session.can.hold} size="compact-sm" variant="default" onAct={() => onStep("hold")}>
					{say.t("training.hold")}
				</ActButton>
			) : null}
			{session.state === "held" ? (
				<ActButton may={session.can.evaluate} size="compact-sm" variant="default" onAct={() => onStep("evaluate")}>
					{say.t("training.evaluate")}
				</ActButton>
			) : null}
			{isAwaited ? (
				<ActButton may={session.can.cancel} size="compact-sm" variant="default" onAct={() => cancel.mutate(one)}>
					{say.t("training.cancel")}
				</ActButton>
			) : null}
			<RefusalNote error={confirm.error ?? cancel.error} />
		</Group>
	);
};

const PlanForm = ({ session, onClose }: { session: Session; onClose: () => void }) => {
	const say = useText();
	const now = useNow();
	const act = useAct(planSession);
	const [when, setWhen] = useState(localOf(session.plannedFor ?? now.toString()));
	const [place, setPlace] = useState(session.place ?? "");
	return (
		<SideForm
			title={say.t("training.plan")}
			submit={say.t("training.plan")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{ id: session.id, version: session.version, plannedFor: instantOfLocal(when), place },
					{ onSuccess: onClose },
				)
			}
		>
			<MomentField label={say.t("training.when")} value={when} onChange={setWhen} />
			<TextInput
				label={say.t("training.place")}
				required
				value={place}
				onChange={(event) => setPlace(event.currentTarget.value)}
			/>
		</SideForm>
	);
};

const HoldForm = ({
	session,
	advisers,
	onClose,
}: {
	session: Session;
	advisers: readonly Person[];
	onClose: () => void;
}) => {
	const say = useText();
	const now = useNow();
	const act = useAct(holdSession);
	const [when, setWhen] = useState(localOf(session.plannedFor ?? now.toString()));
	const [attended, setAttended] = useState<string[]>([]);
	return (
		<SideForm
			title={say.t("training.hold")}
			submit={say.t("training.hold")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{
						id: session.id,
						version: session.version,
						heldAt: instantOfLocal(when),
						attended: attended.map((id) => PersonId.parse(id)),
					},
					{ onSuccess: onClose },
				)
			}
		>
			<MomentField label={say.t("training.heldAt")} value={when} onChange={setWhen} />
			<People
				label={say.t("training.chooseAttendees")}
				hint={say.t("training.attendHint")}
				people={advisers}
				value={attended}
				onChange={setAttended}
			/>
		</SideForm>
	);
};

const EvaluateForm = ({ session, onClose }: { session: Session; onClose: () => void }) => {
	const say = useText();
	const act = useAct(evaluateSession);
	const [qualified, setQualified] = useState<string[]>(session.attendance?.map(({ personId }) => personId) ?? []);
	return (
		<SideForm
			title={say.t("training.evaluate")}
			submit={say.t("training.evaluate")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{ id: session.id, version: session.version, qualified: qualified.map((id) => PersonId.parse(id)) },
					{ onSuccess: onClose },
				)
			}
		>
			<People
				label={say.t("training.chooseQualified")}
				people={session.attendance ?? []}
				value={qualified}
				onChange={setQualified}
			/>
		</SideForm>
	);
};

const People = ({
	label,
	hint,
	people,
	value,
	onChange,
}: {
	label: string;
	hint?: string;
	people: readonly Person[];
	value: string[];
	onChange: (value: string[]) => void;
}) => {
	const unique = [...new Map(people.map((person) => [person.personId, person.name])).entries()];
	return (
		<Checkbox.Group label={label} description={hint} value={value} onChange={onChange}>
			<Stack gap={6} mt={6}>
				{unique.map(([id, name]) => (
					<Checkbox key={id} value={id} label={name} />
				))}
			</Stack>
		</Checkbox.Group>
	);
};
