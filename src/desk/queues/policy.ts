import type { Actor } from "../../kernel/actor.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";

/** Whoever has an office may ask for lists; the tickets' scope decides what is in them. */
export const mayList = (actor: Actor): readonly Obstacle[] => (actor.kind === "public" ? [notAllowed] : []);

/** Everybody their own, nobody another's: the operations name no person but the one who asks. */
export const mayArrange = (actor: Actor): readonly Obstacle[] => (actor.kind === "person" ? [] : [notAllowed]);
