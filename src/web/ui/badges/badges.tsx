import { IconFileText, IconLock, IconTool, IconUser, IconUsersGroup } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "../../text/use-text.tsx";
import styles from "./badges.module.css";

/** A state in words, neutral in colour: only time is coloured. */
export const StateBadge = ({ text, icon }: { text: string; icon?: ReactNode }) => (
	<span className={styles["badge"]}>
		{icon}
		{text}
	</span>
);

/** "T tehnični", "V vsebinski": the letter first, as in the codes of the categories. */
export const SetBadge = ({ set }: { set: "TECHNICAL" | "CONTENT" }) => {
	const say = useText();
	const Icon = set === "TECHNICAL" ? IconTool : IconFileText;
	return <StateBadge icon={<Icon size={14} aria-hidden />} text={say.word("words", `set-${set}`)} />;
};

/** Who speaks: the user, first level, second level. */
export const PartyBadge = ({ party, text }: { party: "USER" | "FIRST" | "SECOND"; text: string }) => {
	const Icon = party === "USER" ? IconUser : IconUsersGroup;
	return (
		<span className={styles["party"]} data-party={party}>
			<Icon size={14} aria-hidden />
			{text}
		</span>
	);
};

export const RestrictedBadge = () => (
	<StateBadge icon={<IconLock size={14} aria-hidden />} text={useText().t("ticket.restricted")} />
);
