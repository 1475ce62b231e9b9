import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./clock-list.module.css";
import { Due } from "./due.tsx";

/** Every clock of a ticket with its source: response, resolution, reply by law. One that was called off is left out. */
export const ClockList = ({ clocks, onWhy }: { clocks: readonly ClockView[]; onWhy: (id: ClockId) => void }) => {
	const say = useText();
	return (
		<dl className={styles["list"]}>
			{clocks
				.filter((clock) => clock.state !== "cancelled")
				.map((clock) => (
					<div key={clock.id}>
						<dt>{say.t(`time.${clock.kind}`)}</dt>
						<dd>
							<Due clock={clock} onWhy={onWhy} />
						</dd>
					</div>
				))}
		</dl>
	);
};
