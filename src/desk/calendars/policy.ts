import { type Actor, holds } from "../../kernel/actor.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";

/** The list is public: it is published by the state and shown on the form's page. */
export const mayReadWorkFreeDays = (): readonly Obstacle[] => [];

/** Settings are kept by the administrator, what is work-free for the desk by its head (requirements §2.1). */
export const mayRecordWorkFreeDay = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, ["ekc_head", "platform_admin"]) ? [] : [notAllowed];
