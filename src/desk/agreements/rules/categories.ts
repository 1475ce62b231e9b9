import type { SupportSet } from "../../../kernel/values.ts";
import type { Classification } from "./terms-first-level.ts";
import { setKeys, setOfKey } from "./terms-values.ts";
import type { z } from "zod";

/** One category a ticket may get; `depth` 0 is the top of the tree, `isLeaf` = nothing narrower stands under it. */
export type CategoryChoice = {
	readonly code: string;
	readonly label: string;
	readonly set: SupportSet;
	readonly depth: number;
	readonly isLeaf: boolean;
};

type Node = { readonly code: string; readonly label: string; readonly children?: readonly Node[] | null | undefined };

/** All categories of a classification, sets and branches in the order of the form; the category decides the set (CLS). */
export const categoriesOf = (terms: {
	readonly partI: { readonly classification: z.infer<typeof Classification> };
}): CategoryChoice[] =>
	setKeys.flatMap((set) => terms.partI.classification[set].flatMap((root) => flattened(root, setOfKey(set), 0)));

function flattened(node: Node, set: SupportSet, depth: number): CategoryChoice[] {
	const children = node.children ?? [];
	return [
		{ code: node.code, label: node.label, set, depth, isLeaf: children.length === 0 },
		...children.flatMap((child) => flattened(child, set, depth + 1)),
	];
}
