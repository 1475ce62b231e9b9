import { IconCheck } from "@tabler/icons-react";
import type { Target } from "./timeline.view.ts";
import styles from "./timeline.module.css";

/** The number of a target, the same in the drawing and beside its name; a tick when met, "!" when late. */
export const TargetTag = ({ of }: { of: Pick<Target, "number" | "state"> }) => (
	<span className={styles["tag"]} data-state={of.state}>
		{of.number}
		{of.state === "met" || of.state === "metLate" ? <IconCheck size={11} stroke={2.5} aria-hidden /> : null}
		{of.state === "late" || of.state === "metLate" ? <span aria-hidden>!</span> : null}
	</span>
);
