import { useText } from "../../text/use-text.tsx";
import styles from "./availability-week.module.css";
import { type WeekShown, daysOf, hoursSpanned, weekTotal } from "./week.view.ts";

/** Open hours of a week, drawn and in words; the words are what a reader without the drawing gets. */
export const AvailabilityWeek = ({ week, label }: { week: WeekShown; label: string }) => {
	const say = useText();
	const days = daysOf(week, say.language);
	const { from, until } = hoursSpanned(days);
	const share = (minutes: number) => `${((minutes / 60 - from) / (until - from)) * 100}%`;
	return (
		<figure className={styles["week"]}>
			<figcaption className={styles["caption"]}>
				{label}
				<span>{say.t("agreement.perWeek", { span: weekTotal(days) })}</span>
			</figcaption>
			<div className={styles["hours"]} aria-hidden>
				{Array.from({ length: Math.floor((until - from) / 2) + 1 }, (_, index) => (
					<span key={index} style={{ left: share((from + index * 2) * 60) }}>
						{String(from + index * 2).padStart(2, "0")}
					</span>
				))}
			</div>
			<dl className={styles["days"]}>
				{days
					.filter((day) => day.windows.length > 0 || ["mon", "tue", "wed", "thu", "fri"].includes(day.key))
					.map((day) => (
						<div key={day.key}>
							<dt>
								<span aria-hidden>{day.short}</span>
								<span className="unseen">{day.name}</span>
							</dt>
							<dd className={styles["track"]} aria-hidden>
								{day.windows.map((window) => (
									<span
										key={window.from}
										style={{ left: share(window.from), right: `calc(100% - ${share(window.until)})` }}
									/>
								))}
							</dd>
							<dd className={styles["text"]}>{day.text === "" ? say.t("time.closed") : day.text}</dd>
						</div>
					))}
			</dl>
		</figure>
	);
};
