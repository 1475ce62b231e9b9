import { DateInput, DatesProvider } from "@mantine/dates";
import "dayjs/locale/sl";
import { dateText } from "../../../kernel/slovenian.ts";
import { useText } from "../../text/use-text.tsx";
import { dayOf } from "./day.view.ts";

/** A day as the language on screen writes it; written by hand or chosen from a calendar. Empty text = no day. */
export const DayField = ({
	value,
	onChange,
	...more
}: {
	value: string | null;
	onChange: (day: string | null) => void;
	label?: string;
	"aria-label"?: string;
	description?: string;
	required?: boolean;
	size?: "xs" | "sm";
}) => {
	const say = useText();
	return (
		<DatesProvider settings={{ locale: say.language, firstDayOfWeek: 1 }}>
			<DateInput
				{...more}
				value={value === "" ? null : value}
				onChange={onChange}
				valueFormat={(day) => dateText(say.language, Temporal.PlainDate.from(day.slice(0, 10)))}
				dateParser={dayOf}
				clearable={more.required !== true}
				clearButtonProps={{ "aria-label": say.t("app.clear") }}
				popoverProps={{ shadow: "md" }}
			/>
		</DatesProvider>
	);
};
