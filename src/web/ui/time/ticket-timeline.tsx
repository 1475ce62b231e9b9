import { type ClockView, why } from "../../../desk/clocks/contract.ts";
import { leadOf, sharingPicture } from "../../../desk/clocks/rules/picture.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { OpenHoursTimeline } from "./open-hours-timeline.tsx";
import styles from "./why.module.css";
import { versionsOf } from "./why.view.ts";

/** All targets of the current hand-over in one drawing, on the hours of the one that leads; nothing while it loads. */
export const TicketTimeline = ({ clocks }: { clocks: readonly ClockView[] }) => {
	const lead = leadOf(clocks);
	return lead === null ? null : <Drawn key={lead.id} lead={lead} clocks={sharingPicture(lead, clocks)} />;
};

const Drawn = ({ lead, clocks }: { lead: ClockView; clocks: readonly ClockView[] }) => {
	const say = useText();
	const { data } = useQuestion(why, { id: lead.id }, { everyMs: 60_000, keepOld: false });
	if (data === undefined) return null;
	return (
		<div className={styles["onTicket"]}>
			<p>{versionsOf(data, say)}</p>
			<OpenHoursTimeline of={data} clocks={clocks} />
		</div>
	);
};
