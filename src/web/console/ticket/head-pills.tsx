import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { ClauseChip } from "../../ui/time/clause-chip.tsx";
import { clauseOf, shownOf } from "../../ui/time/clock.view.ts";
import { DeadlinePill } from "../../ui/time/deadline-pill.tsx";
import { useNow } from "../../ui/time/now.tsx";

/** The deadlines still open, the earliest first, each with its source; at most three. */
export const HeadPills = ({ clocks, onWhy }: { clocks: readonly ClockView[]; onWhy: (id: ClockId) => void }) => {
	const say = useText();
	const now = useNow();
	const open = clocks
		.filter((clock) => clock.state === "running" || clock.state === "paused")
		.toSorted((a, b) => (a.dueAt ?? "9").localeCompare(b.dueAt ?? "9"))
		.slice(0, 3);
	return (
		<>
			{open.map((clock) => {
				const shown = shownOf(clock, now);
				if (shown === null) return null;
				const clause = clauseOf(clock.clause, say);
				return (
					<span key={clock.id}>
						<DeadlinePill clock={shown} prefix={say.t(`time.${clock.kind}`)} onWhy={() => onWhy(clock.id)} />{" "}
						<ClauseChip
							text={clause.text}
							full={clause.full}
							agreementId={clock.agreementId}
							{...(clause.anchor === null ? {} : { anchor: clause.anchor })}
						/>
					</span>
				);
			})}
		</>
	);
};
