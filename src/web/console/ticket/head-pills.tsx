import type { ClockId, ClockView } from "../../../desk/clocks/contract.ts";
import { leadOf } from "../../../desk/clocks/rules/picture.ts";
import { useText } from "../../text/use-text.tsx";
import { Due } from "../../ui/time/due.tsx";
import styles from "./ticket.module.css";

/** Those still open, the earliest first. */
const openOf = (clocks: readonly ClockView[]): ClockView[] =>
	clocks
		.filter((clock) => clock.state === "running" || clock.state === "paused")
		.toSorted((a, b) => (a.dueAt ?? "9").localeCompare(b.dueAt ?? "9"));

/** The deadline that the key for "why" opens: the first one in the head, else the one the ticket's drawing leads with. */
export const firstToTell = (clocks: readonly ClockView[]): ClockView | null => openOf(clocks)[0] ?? leadOf(clocks);

/** The deadlines still open, the earliest first, each with its source; at most three. */
export const HeadPills = ({ clocks, onWhy }: { clocks: readonly ClockView[]; onWhy: (id: ClockId) => void }) => {
	const say = useText();
	const open = openOf(clocks).slice(0, 3);
	return (
		<div className={styles["pills"]}>
			{open.map((clock) => (
				<Due key={clock.id} clock={clock} prefix={say.t(`time.${clock.kind}`)} onWhy={onWhy} />
			))}
		</div>
	);
};
