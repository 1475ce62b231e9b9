import { Refusal } from "../../kernel/refusal.ts";
import type { DueArrival } from "../../platform/mail/inbox.ts";
import type { MailParser } from "../../platform/mail/parse.ts";
import type { Desk, Perform } from "../perform.ts";

export type IntakeParts = {
	readonly desk: Desk;
	readonly perform: Perform;
	readonly parser: MailParser;
	readonly onFault: (error: unknown) => void;
};

/** Work that the mail door does under its own name. */
export const door = { kind: "system", name: "mail" } as const;

/** A step that is repeated after a crash gives its first answer. */
export const keyOf = (arrival: Pick<DueArrival, "id">, step: string) => ({
	idempotencyKey: `arrival:${arrival.id}:${step}`,
});

/** Another node was quicker, or this one died after settling: what had to be done is done. */
export const isAlreadySettled = (error: unknown): boolean =>
	error instanceof Refusal && error.code === "already-settled";
