import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./agreement-parts.module.css";

type Node = {
	readonly code?: string | null | undefined;
	readonly label?: string | null | undefined;
	readonly children?: readonly (Node | null)[] | null | undefined;
};

/** The classification that tickets are sorted by, of each set. */
export const CategoryTree = ({
	classification,
}: {
	classification: NonNullable<DraftTerms["partI"]>["classification"] | undefined;
}) => {
	const say = useText();
	return (
		<>
			{(["technical", "content"] as const).map((set) => (
				<div key={set}>
					<strong>{say.t(`agreement.${set}`)}</strong>
					<Branch nodes={(classification?.[set] ?? []) as readonly Node[]} />
				</div>
			))}
		</>
	);
};

const Branch = ({ nodes }: { nodes: readonly (Node | null)[] }) => (
	<ul className={styles["tree"]}>
		{nodes.map((node) =>
			node === null ? null : (
				<li key={node.code}>
					<code>{node.code}</code> {node.label}
					{node.children == null || node.children.length === 0 ? null : <Branch nodes={node.children} />}
				</li>
			),
		)}
	</ul>
);
