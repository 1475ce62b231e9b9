import type { Obstacle } from "../../../kernel/refusal.ts";
import type { LinkKind, TicketState } from "./codes.ts";

type End = { readonly id: string; readonly serviceId: string | null; readonly state: TicketState };

/** What stands against linking one ticket to another (SM-2, link: same service; a child has one parent, which is no child, and no children). */
export function linkObstacles(
	kind: LinkKind,
	from: End & { readonly hasParent: boolean; readonly hasChildren: boolean },
	to: End & { readonly isChild: boolean; readonly isLinkedAlready: boolean },
): Obstacle[] {
	const codes: string[] = [];
	if (from.id === to.id) codes.push("linked-to-itself");
	if (to.isLinkedAlready) codes.push("linked-already");
	if (kind === "CHILD") {
		if (from.hasParent) codes.push("has-parent");
		if (from.hasChildren) codes.push("has-children");
		if (from.serviceId !== to.serviceId) codes.push("linked-across-services");
		if (to.isChild) codes.push("parent-is-child");
		if (to.state === "closed" || to.state === "spam") codes.push("parent-closed");
	}
	return codes.map((code) => ({ code, at: "toId" }));
}
