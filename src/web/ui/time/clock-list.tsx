import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { ClauseChip } from "./clause-chip.tsx";
import { clauseOf, shownOf } from "./clock.view.ts";
import { DeadlinePill } from "./deadline-pill.tsx";
import { useNow } from "./now.tsx";
import styles from "./clock-list.module.css";

/** Every clock of a ticket with its source: response, resolution, reply by law. */
export const ClockList = ({ clocks, onWhy }: { clocks: readonly ClockView[]; onWhy: (id: ClockId) => void }) => {
	const say = useText();
	const now = useNow();
	return (
		<dl className={styles["list"]}>
			{clocks.map((clock) => {
				const shown = shownOf(clock, now);
				if (shown === null) return null;
				const clause = clauseOf(clock.clause, say);
				return (
					<div key={clock.id}>
						<dt>{say.t(`time.${clock.kind}`)}</dt>
						<dd>
							<DeadlinePill clock={shown} onWhy={() => onWhy(clock.id)} />
							<ClauseChip
								text={clause.text}
								full={clause.full}
								agreementId={clock.agreementId}
								{...(clause.anchor === null ? {} : { anchor: clause.anchor })}
							/>
						</dd>
					</div>
				);
			})}
		</dl>
	);
};
