import type { ClockView } from "../../../desk/clocks/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { ClauseChip } from "./clause-chip.tsx";
import { clauseOf, shownOf } from "./clock.view.ts";
import { DeadlinePill } from "./deadline-pill.tsx";
import styles from "./due.module.css";
import { useNow } from "./now.tsx";

/** A due time and its source, never one without the other. */
export const Due = ({
	clock,
	prefix,
	onWhy,
}: {
	clock: ClockView;
	prefix?: string;
	onWhy: (id: ClockView["id"]) => void;
}) => {
	const say = useText();
	const shown = shownOf(clock, useNow());
	if (shown === null) return null;
	const { text, full, anchor } = clauseOf(clock.clause, say);
	return (
		<span className={styles["due"]}>
			<DeadlinePill clock={shown} {...(prefix === undefined ? {} : { prefix })} onWhy={() => onWhy(clock.id)} />
			<ClauseChip text={text} full={full} agreementId={clock.agreementId} {...(anchor === null ? {} : { anchor })} />
		</span>
	);
};
