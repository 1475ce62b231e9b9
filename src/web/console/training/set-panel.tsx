import { Text } from "@mantine/core";
import type { z } from "zod";
import { type SetQualification, attest } from "../../../desk/training/contract.ts";
import type { ServiceId } from "../../../kernel/id.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { SetBadge } from "../../ui/badges/badges.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { Panel } from "../../ui/shell/page.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";

/** Gate 2 of one set: who is qualified, and the lead's attestation. */
export const SetPanel = ({ serviceId, of }: { serviceId: ServiceId; of: z.infer<typeof SetQualification> }) => {
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
						cells: [
							adviser.name,
							[
								say.word("training", `state-${adviser.state}`),
								...(adviser.qualifiedOn === null
									? []
									: [say.t("training.since", { when: say.date(adviser.qualifiedOn) })]),
							].join(" "),
						],
					}))}
				/>
			)}
			<Text c="dimmed">
				{of.attestedOn === null
					? say.t("training.notAttested")
					: say.t("training.attested", { when: say.date(of.attestedOn), name: of.attestedByName ?? "–" })}
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
