import { Select } from "@mantine/core";
import { holdings } from "../../../desk/identity/contract.ts";
import { assign } from "../../../desk/tickets/contract.ts";
import { PersonId } from "../../../kernel/id.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { useToday } from "../../ui/time/now.tsx";
import { advisersOf } from "./advisers.view.ts";
import { InPlace, type PanelProps } from "./in-place.tsx";

/** Gives the ticket to another adviser; a field left empty gives it to nobody. */
export const AssignForm = (panel: PanelProps) => {
	const say = useText();
	const today = useToday().toString();
	const people = useQuestion(holdings, { limit: 200 });
	const { fields, choose } = useFields({ ownerId: panel.ticket.owner?.id ?? "" });
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
				data={advisersOf(people.data?.rows ?? [], today, panel.ticket.isRestricted)}
				placeholder={say.t("ticket.nobody")}
				searchable
				clearable
				clearButtonProps={{ "aria-label": say.t("app.clear") }}
				nothingFoundMessage={say.t("ticket.noAdviser")}
				{...choose("ownerId")}
			/>
		</InPlace>
	);
};
