import { Select } from "@mantine/core";
import { holdings } from "../../../desk/identity/contract.ts";
import { assign } from "../../../desk/tickets/contract.ts";
import { PersonId } from "../../../kernel/id.ts";
import { useAct, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { useToday } from "../../ui/time/now.tsx";
import { advisersOf } from "./advisers.view.ts";
import { InPlace, type PanelProps } from "./in-place.tsx";

/** Gives the ticket to another adviser; a field left empty gives it to nobody. */
export const AssignForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(assign);
	const today = useToday().toString();
	const people = useQuestion(holdings, { limit: 200 });
	const { fields, choose } = useFields({ ownerId: ticket.owner?.id ?? "" });
	return (
		<InPlace
			title={say.t("ticket.assign")}
			submit={say.t("ticket.assign")}
			isBusy={act.isPending}
			error={act.error ?? people.error}
			isReady={people.data !== undefined}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{
						id: ticket.id,
						version: ticket.version,
						ownerId: fields.ownerId === "" ? null : PersonId.parse(fields.ownerId),
					},
					{ onSuccess: onClose },
				)
			}
		>
			<Select
				label={say.t("ticket.owner")}
				data={advisersOf(people.data?.rows ?? [], today, ticket.isRestricted)}
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
