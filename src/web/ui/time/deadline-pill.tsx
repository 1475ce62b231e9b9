import { UnstyledButton } from "@mantine/core";
import {
	IconAlertOctagon,
	IconCircleCheck,
	IconClock,
	IconClockExclamation,
	IconClockX,
	IconMinus,
	IconMoon,
	IconPlayerPause,
} from "@tabler/icons-react";
import { useText } from "../../text/use-text.tsx";
import styles from "./deadline-pill.module.css";
import { type ClockShown, type ClockState, pillOf } from "./deadline.view.ts";
import { useNow } from "./now.tsx";

const icons: Readonly<Record<ClockState, typeof IconClock>> = {
	running: IconClock,
	soon: IconClockExclamation,
	late: IconAlertOctagon,
	paused: IconPlayerPause,
	met: IconCircleCheck,
	metLate: IconClockX,
	none: IconMinus,
};

/** The only round and only coloured thing in a row: when the next deadline runs out. With `onWhy` it opens the reason. */
export const DeadlinePill = ({ clock, prefix, onWhy }: { clock: ClockShown; prefix?: string; onWhy?: () => void }) => {
	const say = useText();
	const pill = pillOf(clock, useNow(), say);
	const Icon = pill.isOutsideHours ? IconMoon : icons[pill.state];
	const content = (
		<>
			<Icon size={16} aria-hidden className={styles["icon"]} />
			{clock.dueAt === null ? (
				<span>{pill.words}</span>
			) : (
				<time dateTime={clock.dueAt}>{prefix === undefined ? pill.words : `${prefix} ${pill.words}`}</time>
			)}
		</>
	);
	if (onWhy === undefined || clock.state === "none") {
		return (
			<span className={styles["pill"]} data-state={pill.state}>
				<span className="unseen">{pill.label}</span>
				<span aria-hidden className={styles["content"]}>
					{content}
				</span>
			</span>
		);
	}
	return (
		<UnstyledButton
			className={styles["pill"] ?? ""}
			data-state={pill.state}
			aria-haspopup="dialog"
			aria-label={prefix === undefined ? pill.label : `${prefix} ${pill.label.slice(pill.label.indexOf(": ") + 2)}`}
			onClick={(event) => {
				event.stopPropagation();
				onWhy();
			}}
		>
			<span className={styles["content"]}>{content}</span>
		</UnstyledButton>
	);
};
