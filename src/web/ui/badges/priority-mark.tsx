import { Tooltip } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useText } from "../../text/use-text.tsx";
import styles from "./priority-mark.module.css";

export type PriorityShown = {
	readonly code: string | null;
	/** 1 = most urgent. */
	readonly rank: number;
	readonly override?: { readonly reason: string } | null;
};

/** Three bars and the word of the agreement's own scheme; shape, not colour. */
export const PriorityMark = ({ priority }: { priority: PriorityShown | null }) => {
	const say = useText();
	if (priority === null) return <span className={styles["none"]}>–</span>;
	const word = priority.code === null ? "" : say.word("words", `priority-${priority.code}`);
	return (
		<span className={styles["mark"]}>
			<span className={styles["bars"]} aria-hidden>
				{[3, 2, 1].map((rank) => (
					<span key={rank} data-full={priority.rank <= rank || undefined} />
				))}
			</span>
			<span>{word}</span>
			{priority.override == null ? null : (
				<Tooltip label={priority.override.reason} events={{ hover: true, focus: true, touch: true }}>
					<span tabIndex={0} role="img" aria-label={`${say.t("ticket.overridden")}: ${priority.override.reason}`}>
						<IconPencil size={14} aria-hidden />
					</span>
				</Tooltip>
			)}
		</span>
	);
};
