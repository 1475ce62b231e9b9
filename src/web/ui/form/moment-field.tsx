import { Group, TextInput } from "@mantine/core";
import { useText } from "../../text/use-text.tsx";
import { DayField } from "./day-field.tsx";

/** A day and a time on the desk's clock, as `2026-03-12T14:05`. */
export const MomentField = ({
	label,
	value,
	onChange,
}: {
	label: string;
	value: string;
	onChange: (value: string) => void;
}) => {
	const say = useText();
	const [day = "", time = ""] = value.split("T");
	return (
		<Group grow align="flex-end">
			<DayField label={label} required value={day} onChange={(chosen) => onChange(`${chosen ?? day}T${time}`)} />
			<TextInput
				label={say.t("app.time")}
				placeholder="14:05"
				pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
				required
				value={time}
				onChange={(event) => onChange(`${day}T${event.currentTarget.value}`)}
			/>
		</Group>
	);
};
