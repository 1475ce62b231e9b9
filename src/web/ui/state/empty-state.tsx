import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../text/use-text.tsx";
import styles from "./state.module.css";

/** Nothing to show: what it is, and at most one thing to do. */
export const EmptyState = ({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) => (
	<Stack className={styles["state"]} gap="sm">
		<Text fw={500} c="var(--d-text)">
			{title}
		</Text>
		{hint === undefined ? null : <Text c="dimmed">{hint}</Text>}
		{action}
	</Stack>
);

/** Nothing for 200 ms, so that a quick answer does not flash. */
export const Loading = () => (
	<p className={styles["loading"]} role="status">
		{useText().t("app.loading")}
	</p>
);
