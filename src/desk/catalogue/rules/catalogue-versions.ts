import type { Obstacle } from "../../../kernel/refusal.ts";

/** draft → inForce by the head's approval → superseded by the next one's. */
export const catalogueStates = ["draft", "inForce", "superseded"] as const;
export type CatalogueState = (typeof catalogueStates)[number];

/** What stands against changing or approving a version: only a draft can be either. */
export const obstaclesToChange = (state: CatalogueState): Obstacle[] =>
	state === "draft" ? [] : [{ code: "wrong-state", details: { state, needed: ["draft"] } }];
