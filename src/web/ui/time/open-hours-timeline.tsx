import type { WhyView } from "../../../desk/clocks/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { useNow } from "./now.tsx";
import styles from "./why.module.css";
import { type DrawnDay, rowsOf, timelineOf } from "./why.view.ts";

/** Open hours, what counted, pauses, the due time and now, day by day; the table beside it says the same. */
export const OpenHoursTimeline = ({ of }: { of: WhyView }) => {
	const say = useText();
	const line = timelineOf(of, useNow());
	if (line === null) return null;
	const spoken = rowsOf(of, say)
		.map((row) => `${row.day} ${row.hours}`)
		.join("; ");
	const axis = `${String(line.fromHour).padStart(2, "0")}–${String(line.untilHour).padStart(2, "0")}`;
	return (
		<div role="img" aria-label={`${say.t("time.timeline")}: ${spoken}`} className={styles["line"]}>
			{line.days.map((day) => (
				<Day key={day.date} day={day} name={say.weekdayDate(day.date)} />
			))}
			<div className={styles["legend"]} aria-hidden>
				<span data-kind="worked">{say.t("time.open")}</span>
				<span data-kind="pause">{say.t("time.pause")}</span>
				<span data-kind="due">{say.t("time.due")}</span>
				<span data-kind="now">{say.t("time.now")}</span>
				<span>{axis}</span>
			</div>
		</div>
	);
};

const Day = ({ day, name }: { day: DrawnDay; name: string }) => (
	<div className={styles["day"]}>
		<span>{name}</span>
		<div className={styles["track"]}>
			{day.bars.map((bar) => (
				<span
					key={`${bar.kind}${bar.from}`}
					data-kind={bar.kind}
					style={{ left: `${bar.from * 100}%`, width: `${(bar.to - bar.from) * 100}%` }}
				/>
			))}
			{day.due === null ? null : <span data-kind="due" style={{ left: `${day.due * 100}%` }} />}
			{day.now === null ? null : <span data-kind="now" style={{ left: `${day.now * 100}%` }} />}
		</div>
	</div>
);
