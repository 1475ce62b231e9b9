import { type Actor, holds } from "../../kernel/actor.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";

const allowedIf = (isAllowed: boolean): readonly Obstacle[] => (isAllowed ? [] : [notAllowed]);

/** Work of the doors and loops; no person does it by hand. */
export const mayRunDoors = (actor: Actor): readonly Obstacle[] => allowedIf(actor.kind === "system");

/** Anyone may ask; the contact centre's own people use the console instead, but nothing stops them. */
export const maySubmitForm = (): readonly Obstacle[] => [];

/** What waits, why and since when: the administrator and the head of the contact centre (§2.1). */
export const mayKeepQuarantine = (actor: Actor): readonly Obstacle[] =>
	allowedIf(actor.kind === "system" || holds(actor, ["platform_admin", "ekc_head"]));

/** The words of a mail are the head's alone: the administrator has quarantine without content (§2.1). */
export const mayReadArrival = (actor: Actor): readonly Obstacle[] => allowedIf(holds(actor, ["ekc_head"]));

/** Whether mail stays in the machine, and whether the desk is a demo, where everything is invented. */
export type Sink = { readonly isDemo: boolean };

export const mayReadSink = (actor: Actor, sink: Sink): readonly Obstacle[] =>
	allowedIf(sink.isDemo || holds(actor, ["platform_admin"]));

/** Delivery and doubtful links are the contact centre's matter. */
export const mayReadDeliveries = (actor: Actor): readonly Obstacle[] =>
	allowedIf(holds(actor, ["ekc_adviser", "ekc_tech_lead", "ekc_content_lead", "ekc_head", "auditor"]));
