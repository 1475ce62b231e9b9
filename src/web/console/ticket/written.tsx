import { linked } from "./written.view.ts";
import styles from "./written.module.css";

/** Words as they were written: lines kept, addresses turned into links only where they are our own mails. */
export const Written = ({ text, withLinks = false }: { text: string; withLinks?: boolean }) => (
	<div className={styles["written"]}>
		{withLinks
			? linked(text).map((piece) =>
					piece.href === null ? (
						piece.text
					) : (
						<a key={piece.at} href={piece.href}>
							{piece.text}
						</a>
					),
				)
			: text}
	</div>
);
