import { Select } from "@mantine/core";
import { assign, assignees } from "../../../desk/tickets/contract.ts";
import { PersonId } from "../../../kernel/id.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { Warnings } from "../../ui/state/error-state.tsx";
import { InPlace, type PanelProps } from "./in-place.tsx";

/** Gives the ticket to another adviser; a field left empty gives it to nobody. */
export const AssignForm = (panel: PanelProps) => {
	const say = useText();
	const people = useQuestion(assignees, { id: panel.ticket.id });
	const { fields, choose } = useFields({ ownerId: panel.ticket.owner?.id ?? "" });
	const rows = people.data?.rows ?? [];
	const chosen = rows.find(({ personId }) => personId === fields.ownerId);
	return (
		<InPlace
			{...panel}
			act={assign}
			title={say.t("ticket.assign")}
			input={() => ({ ownerId: fields.ownerId === "" ? null : PersonId.parse(fields.ownerId) })}
			error={people.error}
			isReady={people.data !== undefined}
		>
			<Select
				label={say.t("ticket.owner")}
				data={rows.map(({ personId, name, warnings }) => ({
					value: personId,
					label: warnings.length === 0 ? name : say.t("ticket.assigneeUnqualified", { name }),
				}))}
				placeholder={say.t("ticket.nobody")}
				searchable
				clearable
				clearButtonProps={{ "aria-label": say.t("app.clear") }}
				nothingFoundMessage={say.t("ticket.noAdviser")}
				{...choose("ownerId")}
			/>
			<Warnings of={chosen?.warnings ?? []} />
		</InPlace>
	);
};
