import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../text/use-text.tsx";
import { useTitle } from "../ui/shell/page.tsx";
import styles from "./door.module.css";

/** The one card of a page seen before signing in. */
export const Door = ({ title, children }: { title: string; children: ReactNode }) => {
	const say = useText();
	useTitle(title);
	return (
		<main className={styles["door"]} id="main">
			<div className={styles["card"]}>
				<p className={styles["name"]}>{say.t("app.name")}</p>
				<Title order={1} size="h2">
					{title}
				</Title>
				{children}
			</div>
		</main>
	);
};
