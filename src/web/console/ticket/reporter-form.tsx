import { Select, TextInput } from "@mantine/core";
import { correctReporter } from "../../../desk/tickets/contract.ts";
import { UserGroup } from "../../../desk/tickets/rules/codes.ts";
import { useText } from "../../text/use-text.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { InPlace, type PanelProps } from "./in-place.tsx";

/** Who asked, as it should have been written down. */
export const ReporterForm = (panel: PanelProps) => {
	const say = useText();
	const { reporter } = panel.ticket;
	const { fields, bind, choose } = useFields({
		name: reporter?.name ?? "",
		email: reporter?.email ?? "",
		phone: reporter?.phone ?? "",
		group: reporter?.group ?? "citizen",
	});
	return (
		<InPlace
			{...panel}
			act={correctReporter}
			title={say.t("ticket.correctReporter")}
			input={() => ({
				name: orNull(fields.name),
				email: orNull(fields.email),
				phone: orNull(fields.phone),
				group: UserGroup.parse(fields.group),
			})}
		>
			<TextInput label={say.t("people.name")} {...bind("name")} />
			<TextInput label={say.t("people.email")} type="email" {...bind("email")} />
			<TextInput label={say.t("people.phone")} {...bind("phone")} />
			<Select
				label={say.t("ticket.group")}
				data={UserGroup.options.map((value) => ({ value, label: say.word("words", `userGroup-${value}`) }))}
				allowDeselect={false}
				{...choose("group")}
			/>
		</InPlace>
	);
};
