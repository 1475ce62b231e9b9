import { Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Refusal } from "../../../kernel/refusal.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";
import type { Speech } from "../../text/speech.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./state.module.css";

const asRefusal = (error: unknown): Refusal =>
	error instanceof Refusal ? error : new Refusal("unavailable", "server-fault", { cause: error });

/** All sentences about a refusal: its own and one for each obstacle, none said twice. */
export const sentencesOf = (error: unknown, say: Speech): string[] => {
	const refusal = asRefusal(error);
	const reasons = [...refusal.obstacles.map((obstacle) => say.reason(obstacle)), ...changesOf(refusal, say)];
	return [...new Set(reasons.length > 0 && refusal.code === "obstacles" ? reasons : [say.reason(refusal), ...reasons])];
};

/** What happened to the record meanwhile, of a stale change. */
const changesOf = (refusal: Refusal, say: Speech): string[] => {
	const changes = refusal.details["changes"];
	if (refusal.code !== "stale" || !Array.isArray(changes) || changes.length === 0) return [];
	const named = changes.map((name) => say.word("ticket", `step-${String(name)}`, "ticket.step-other"));
	return [say.t("refusals.staleChanges", { changes: [...new Set(named)].join(", ") })];
};

/** A list or page that could not be loaded: what failed, what is safe, try again. */
export const ErrorState = ({ error, retry }: { error: unknown; retry?: () => void }) => {
	const say = useText();
	return (
		<Stack className={styles["state"]} gap="sm" role="alert">
			<IconAlertTriangle aria-hidden size={24} />
			<Text fw={650}>{say.t("app.failed")}</Text>
			{sentencesOf(error, say).map((sentence) => (
				<Text key={sentence} c="dimmed">
					{sentence}
				</Text>
			))}
			{retry === undefined ? null : (
				<Button variant="default" onClick={retry}>
					{say.t("app.retry")}
				</Button>
			)}
		</Stack>
	);
};

/** Why an act was refused, beside the button that asked for it. */
export const RefusalNote = ({ error }: { error: unknown }) => {
	const say = useText();
	if (error === null || error === undefined) return null;
	return (
		<div className={styles["refusal"]} role="alert">
			<IconAlertTriangle aria-hidden size={18} />
			<div>
				{sentencesOf(error, say).map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
			</div>
		</div>
	);
};

/** Why an act is not open, no sentence twice. */
export const reasonsOf = (obstacles: readonly Obstacle[], say: Speech): string[] => [
	...new Set(obstacles.map((obstacle) => say.reason(obstacle))),
];

/** What speaks against something that may be done all the same. */
export const Warnings = ({ of }: { of: readonly Obstacle[] }) => {
	if (of.length === 0) return null;
	return (
		<div className={styles["warning"]} role="note">
			<IconAlertTriangle aria-hidden size={18} />
			<Reasons obstacles={of} />
		</div>
	);
};

/** Reasons against an act as a list of sentences. */
export const Reasons = ({ obstacles, id }: { obstacles: readonly Obstacle[]; id?: string }) => {
	const say = useText();
	if (obstacles.length === 0) return null;
	return (
		<ul className={styles["reasons"]} id={id}>
			{reasonsOf(obstacles, say).map((sentence) => (
				<li key={sentence}>{sentence}</li>
			))}
		</ul>
	);
};
