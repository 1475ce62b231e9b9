import { type Actor, holds } from "../../kernel/actor.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";

/** Whoever sees the ticket sees what is owed on it; the ticket's scope has decided. */
export const mayReadClocks = (): readonly Obstacle[] => [];

/** Of several tickets at once: each is looked up in the scope, so that whoever may see none gets none. */
export const mayListClocks = (actor: Actor): readonly Obstacle[] => (actor.kind === "public" ? [notAllowed] : []);

/** The desk itself, under its own name. */
export const maySweep = (actor: Actor): readonly Obstacle[] => (actor.kind === "system" ? [] : [notAllowed]);

/** From the command line of the machine, after a word of `clocks rebuild --check`. */
export const mayRebuildClocks = maySweep;

/** Whoever hands over may call the next target by hand (§2.2, "hand over to L2"). */
export const mayEscalate = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, ["ekc_adviser", "ekc_tech_lead", "ekc_content_lead", "ekc_head"])
		? []
		: [notAllowed];

/** Security matters are the technical side's, on both sides of the agreement (§2.2, restricted tickets). */
export const maySettleLegal = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, ["ekc_tech_lead", "ekc_head", "technical_custodian"]) ? [] : [notAllowed];

/** Says nothing of a ticket but that a stored time is wrong. */
export const mayCheckClocks = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, ["platform_admin", "auditor"]) ? [] : [notAllowed];
