import type { ReactNode } from "react";
import styles from "./facts.module.css";

/** Names and values one under the other (`dl`); a value that is not there is left out. */
export const Facts = ({ of }: { of: readonly (readonly [name: string, value: ReactNode])[] }) => (
	<dl className={styles["facts"]}>
		{of
			.filter(([, value]) => value !== null && value !== undefined && value !== "")
			.map(([name, value]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
	</dl>
);
