import { Text } from "@mantine/core";
import type { z } from "zod";
import { type SetQualification, attest } from "../../../desk/training/contract.ts";
import type { ServiceId } from "../../../kernel/id.ts";
import { useAct } from "../../api/queries.ts";
import type { Speech } from "../../text/speech.ts";
import { useText } from "../../text/use-text.tsx";
import { substitutionText } from "../../ui/agreement/substitution.view.ts";
import { SetBadge } from "../../ui/badges/badges.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { Panel } from "../../ui/shell/page.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";

type Set = z.infer<typeof SetQualification>;

/** Nothing for whoever may know who there is, not what each is qualified for. */
const stateOf = ({ state, qualifiedOn }: NonNullable<Set["advisers"]>[number], say: Speech): string => {
	if (state === null) return "–";
	const since = qualifiedOn === null ? [] : [say.t("training.since", { when: say.date(qualifiedOn) })];
	return [say.word("training", `state-${state}`), ...since].join(" ");
};

const attestedBy = ({ attestedByName, attestedFor }: Set, say: Speech): string =>
	[attestedByName ?? "–", ...(attestedFor ? [substitutionText(attestedFor, say)] : [])].join(", ");

/** Gate 2 of one set: who is qualified, and the lead's attestation. */
export const SetPanel = ({ serviceId, of }: { serviceId: ServiceId; of: Set }) => {
	const say = useText();
	const act = useAct(attest);
	return (
		<Panel title={say.t("training.qualification")} aside={<SetBadge set={of.set} />}>
			<Text>{say.t("training.gate", { n: of.qualified })}</Text>
			{of.advisers === null ? null : (
				<Rows
					caption={say.t("training.qualification")}
					heads={[say.t("training.adviser"), say.t("training.state")]}
					rows={of.advisers.map((adviser) => ({
						key: adviser.personId,
						cells: [adviser.name, stateOf(adviser, say)],
					}))}
				/>
			)}
			<Text c="dimmed">
				{of.attestedOn === null
					? say.t("training.notAttested")
					: say.t("training.attested", { when: say.date(of.attestedOn), name: attestedBy(of, say) })}
			</Text>
			<RefusalNote error={act.error} />
			{of.attestedOn === null ? (
				<div>
					<ActButton may={of.can.attest} loading={act.isPending} onAct={() => act.mutate({ serviceId, set: of.set })}>
						{say.t("training.attest")}
					</ActButton>
				</div>
			) : null}
		</Panel>
	);
};
