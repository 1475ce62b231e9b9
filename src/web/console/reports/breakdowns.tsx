import { Link } from "@tanstack/react-router";
import type { MonthReport } from "../../../desk/reports/contract.ts";
import { unclassified } from "../../../desk/reports/rules/measure.ts";
import type { Speech } from "../../text/speech.ts";
import { useText } from "../../text/use-text.tsx";
import chart from "../../ui/chart/chart.module.css";
import { Panel } from "../../ui/shell/page.tsx";
import styles from "./report.module.css";

type Bars = MonthReport["byChannel"];

/** Received tickets by channel, category and user group: sorted bars whose table is themselves. */
export const Breakdowns = ({ report }: { report: MonthReport }) => {
	const say = useText();
	return (
		<div className={styles["parts"]}>
			<Panel title={say.t("report.byChannel")}>
				<SortedBars bars={report.byChannel} nameOf={(bar) => say.word("words", `channel-${bar.value}`)} />
			</Panel>
			<Panel title={say.t("report.byCategory")}>
				<SortedBars bars={report.byCategory} nameOf={(bar) => categoryName(bar, say)} />
			</Panel>
			<Panel title={say.t("report.byGroup")}>
				<SortedBars bars={report.byGroup} nameOf={(bar) => say.word("words", `userGroup-${bar.value}`)} />
			</Panel>
		</div>
	);
};

const categoryName = (bar: Bars[number], say: Speech): string =>
	bar.value === unclassified
		? say.t("report.unclassified")
		: [bar.value, bar.label].filter((part) => part !== null).join(" ");

const SortedBars = ({ bars, nameOf }: { bars: Bars; nameOf: (bar: Bars[number]) => string }) => {
	const say = useText();
	const most = Math.max(1, ...bars.map((bar) => bar.count));
	if (bars.length === 0) return <p>{say.t("report.noData")}</p>;
	return (
		<table className={chart["bars"]}>
			<thead className="unseen">
				<tr>
					<th scope="col">{say.t("report.value")}</th>
					<th scope="col" />
					<th scope="col">{say.t("report.count")}</th>
				</tr>
			</thead>
			<tbody>
				{bars.map((bar) => (
					<tr key={bar.value}>
						<th scope="row">{nameOf(bar)}</th>
						<td aria-hidden>
							<span className={chart["bar"]} style={{ width: `${(bar.count / most) * 100}%` }} />
						</td>
						<td>
							<Link to="/app/reports" search={{ ...bar.behind }}>
								{say.number(bar.count)}
							</Link>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
};
