import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { type ClockView, settleLegal } from "../../../desk/clocks/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { RefusalNote } from "../state/error-state.tsx";

/** A person decides about a notification by law: it was sent, or none is required, always with the reasons. */
export const SettleLegal = ({ clock }: { clock: ClockView }) => {
	const say = useText();
	const act = useAct(settleLegal);
	const [reason, setReason] = useState("");
	const settle = (outcome: "REPORTED" | "NOT_REQUIRED") => () =>
		act.mutate({ id: clock.id, version: clock.version, outcome, reason });
	return (
		<>
			<TextInput
				w="100%"
				label={say.t("time.settleReason")}
				required
				value={reason}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
			<RefusalNote error={act.error} />
			<Group>
				<Button size="xs" loading={act.isPending} disabled={reason.trim().length < 3} onClick={settle("REPORTED")}>
					{say.t("time.settleReported")}
				</Button>
				<Button size="xs" variant="default" disabled={reason.trim().length < 3} onClick={settle("NOT_REQUIRED")}>
					{say.t("time.settleNotRequired")}
				</Button>
			</Group>
		</>
	);
};
