import { Link } from "@tanstack/react-router";
import { type Behind, tickets } from "../../../desk/reports/contract.ts";
import { usePages } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { MoreRows } from "../../ui/state/more-rows.tsx";

/** The tickets that a number of the report counts. */
export const BehindList = ({ behind }: { behind: Behind }) => {
	const say = useText();
	const { measure, channel: _channel, category: _category, group: _group, ...period } = behind;
	const name = say.t(`report.${measure}`);
	const pages = usePages(tickets, { ...behind, limit: 200 });
	return (
		<Page
			title={say.t("report.tickets", { name })}
			aside={
				<Link to="/app/reports" search={period}>
					{say.t("report.backToReport")}
				</Link>
			}
		>
			<Panel>
				<Asked question={pages}>
					{({ rows }) =>
						rows.length === 0 ? (
							<EmptyState title={say.t("report.noData")} />
						) : (
							<Rows
								caption={name}
								heads={["number", "subject", "received", "service", "channel", "category", "priority", "state"].map(
									(key) => say.word("queue", key),
								)}
								rows={rows.map((row) => ({
									key: row.id,
									cells: [
										row.number,
										row.subject === null ? (
											say.t("report.hidden")
										) : (
											<Link key="open" to="/app/tickets/$ticket" params={{ ticket: row.id }}>
												{row.subject}
											</Link>
										),
										say.moment(row.receivedAt),
										row.serviceName ?? "–",
										say.word("words", `channel-${row.channel}`),
										row.category === null ? "–" : `${row.category.code} ${row.category.label}`,
										row.priority === null ? "–" : say.word("words", `priority-${row.priority}`),
										say.word("words", `state-${row.state}`),
									],
								}))}
							/>
						)
					}
				</Asked>
				<MoreRows pages={pages} />
			</Panel>
		</Page>
	);
};
