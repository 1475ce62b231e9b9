import { Link } from "@tanstack/react-router";
import type { MonthReport } from "../../../desk/reports/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { ChartWithTable } from "../../ui/chart/chart-with-table.tsx";
import { StackedColumns } from "../../ui/chart/stacked-columns.tsx";
import { Rows } from "../../ui/form/rows.tsx";

type Trend = MonthReport["trend"];

/** Twelve months: what first level solved, what was forwarded, and the rest of what came in. */
export const Trend = ({ trend }: { trend: Trend }) => {
	const say = useText();
	const columns = trend.map((row) => ({
		label: `${Number(row.month.slice(5))}/${row.month.slice(2, 4)}`,
		parts: [
			row.solvedFirstLevel.count,
			row.forwarded.count,
			Math.max(0, row.received.count - row.solvedFirstLevel.count - row.forwarded.count),
		],
	}));
	return (
		<ChartWithTable
			chart={
				<StackedColumns
					label={say.t("report.trend")}
					series={[say.t("report.SOLVED_FIRST_LEVEL"), say.t("report.FORWARDED"), say.t("report.other")]}
					columns={columns}
				/>
			}
			table={<TrendTable trend={trend} />}
		/>
	);
};

const TrendTable = ({ trend }: { trend: Trend }) => {
	const say = useText();
	const cell = (figure: Trend[number]["received"]) => (
		<Link key={figure.measure} to="/app/reports" search={{ ...figure.behind }}>
			{say.number(figure.count)}
		</Link>
	);
	return (
		<Rows
			caption={say.t("report.trend")}
			heads={[
				say.t("report.month"),
				say.t("report.RECEIVED"),
				say.t("report.SOLVED_FIRST_LEVEL"),
				say.t("report.FORWARDED"),
			]}
			rows={trend.map((row) => ({
				key: row.month,
				cells: [say.month(row.month), cell(row.received), cell(row.solvedFirstLevel), cell(row.forwarded)],
			}))}
		/>
	);
};
