import { Button } from "@mantine/core";
import { useText } from "../../text/use-text.tsx";
import { useNow } from "../../ui/time/now.tsx";
import styles from "./composer.module.css";
import { draftTime } from "./draft.view.ts";
import type { Draft } from "./use-draft.ts";
import { Written } from "./written.tsx";

/** »osnutek 14:52«: that the words are kept, without announcing every saving. */
export const DraftSaved = ({ draft }: { draft: Draft }) => {
	const say = useText();
	const now = useNow();
	const { savedAt } = draft.held;
	const isSending = typeof draft.desk?.sendsInMs === "number";
	if (draft.text === "" || savedAt === null || draft.other !== null || isSending) return null;
	return <span className={styles["saved"]}>{say.t("ticket.draft", { time: draftTime(savedAt, now, say) })}</span>;
};

/** What a person should know about words that are not sent: only here, held back, or other ones on another device. */
export const DraftNotice = ({ draft }: { draft: Draft }) => {
	const say = useText();
	const { other, isHereOnly, desk } = draft;
	if (other !== null) return <OtherDraft draft={draft} />;
	const heldBack = desk?.heldBack ?? null;
	if (!isHereOnly && heldBack === null) return null;
	return (
		<p className={styles["notice"]} role="status">
			{heldBack === null
				? say.t("ticket.draftHere")
				: say.t("ticket.heldBack", { reason: say.reason({ code: heldBack }) })}
		</p>
	);
};

const OtherDraft = ({ draft }: { draft: Draft }) => {
	const say = useText();
	const now = useNow();
	if (draft.other === null) return null;
	const choices = [
		["mine", "ticket.draftMine"],
		["theirs", "ticket.draftTheirs"],
		["both", "ticket.draftBoth"],
	] as const;
	return (
		<div className={styles["notice"]} role="alert">
			<p>{say.t("ticket.draftOther", { time: draftTime(draft.other.savedAt, now, say) })}</p>
			<blockquote className={styles["other"]}>
				<Written text={draft.other.body} />
			</blockquote>
			<div className={styles["foot"]}>
				{choices.map(([choice, text]) => (
					<Button key={choice} size="xs" variant="default" onClick={() => draft.choose(choice)}>
						{say.t(text)}
					</Button>
				))}
			</div>
		</div>
	);
};
