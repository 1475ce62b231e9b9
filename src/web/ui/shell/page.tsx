import { Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useText } from "../../text/use-text.tsx";
import styles from "./page.module.css";

/** A page with its heading and the acts on the whole of it; `isNarrow` for forms and reading. */
export const Page = ({
	title,
	aside,
	actions,
	isNarrow = false,
	children,
}: {
	title: string;
	aside?: ReactNode;
	actions?: ReactNode;
	isNarrow?: boolean;
	children: ReactNode;
}) => {
	useTitle(title);
	return (
		<div className={styles["page"]} data-narrow={isNarrow || undefined}>
			<div className={styles["head"]}>
				<Title order={1}>{title}</Title>
				{aside}
				<div className={styles["actions"]}>{actions}</div>
			</div>
			{children}
		</div>
	);
};

/** A part of a page, told apart by a line and its heading. */
export const Panel = ({
	title,
	aside,
	children,
	id,
}: {
	title?: string;
	aside?: ReactNode;
	children: ReactNode;
	id?: string;
}) => (
	<section className={styles["panel"]} id={id} aria-label={title}>
		{title === undefined ? null : (
			<div className={styles["panelHead"]}>
				<Title order={2} size="h3">
					{title}
				</Title>
				{aside}
			</div>
		)}
		{children}
	</section>
);

export const useTitle = (title: string): void => {
	const say = useText();
	useEffect(() => {
		document.title = `${title} · ${say.t("app.name")}`;
	}, [title, say]);
};
