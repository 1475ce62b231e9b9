import { Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useText } from "../../text/use-text.tsx";
import styles from "./clause-chip.module.css";

/**
 * The source of a promise, beside every due time, gate and breach: a clause of an agreement (`§ I.11`), the law, or the
 * catalogue. The full name is the printed heading.
 */
export const ClauseChip = ({
	text,
	full,
	agreementId,
	anchor,
	outdatedVersion,
}: {
	text: string;
	full: string;
	agreementId?: string | null;
	anchor?: string;
	outdatedVersion?: number;
}) => {
	const say = useText();
	const name =
		outdatedVersion === undefined ? full : `${full}, ${say.t("time.outdated", { version: outdatedVersion })}`;
	const content = <span data-outdated={outdatedVersion !== undefined || undefined}>{text}</span>;
	return (
		<Tooltip label={name} events={{ hover: true, focus: true, touch: true }}>
			{agreementId == null ? (
				<span className={styles["chip"]}>
					{content}
					<span className="unseen">{name}</span>
				</span>
			) : (
				<Link
					className={styles["chip"]}
					to="/app/agreements/$id"
					params={{ id: agreementId }}
					{...(anchor === undefined ? {} : { hash: anchor })}
					aria-label={`${text}: ${name}`}
				>
					{content}
				</Link>
			)}
		</Tooltip>
	);
};
