import { Link } from "@tanstack/react-router";
import type { MonthReport } from "../../../desk/reports/contract.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./report.module.css";

/** The numbers of the month, each a link to its tickets. */
export const Figures = ({ figures }: { figures: MonthReport["figures"] }) => {
	const say = useText();
	return (
		<ul className={styles["figures"]}>
			{figures.map((figure) => (
				<li key={figure.measure}>
					<Link to="/app/reports" search={{ ...figure.behind }}>
						<strong>{say.number(figure.count)}</strong>
						<span>{say.t(`report.${figure.measure}`)}</span>
					</Link>
				</li>
			))}
		</ul>
	);
};
