import { Link } from "@tanstack/react-router";
import { counts } from "../../../desk/queues/contract.ts";
import { systemViews } from "../../../desk/queues/rules/views.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import type { QueueSearch } from "./queue-search.view.ts";
import styles from "./queue.module.css";

/** The lists everybody has, with how many open tickets each holds. */
export const ViewRail = ({ search }: { search: QueueSearch }) => {
	const say = useText();
	const { data } = useQuestion(counts, {}, { everyMs: 30_000 });
	return (
		<nav className={styles["rail"]} aria-label={say.t("queue.views")}>
			<ul>
				{([undefined, ...systemViews] as const).map((view) => {
					const name = view ?? "all";
					return (
						<li key={name}>
							<Link
								to="/app/queue"
								search={view === undefined ? {} : { view }}
								aria-current={search.view === view ? "page" : undefined}
							>
								<span>{say.t(`queue.view-${name}`)}</span>
								<span className="tabular">{data === undefined ? "" : say.number(data[name])}</span>
							</Link>
						</li>
					);
				})}
			</ul>
		</nav>
	);
};
