import type { DraftView } from "../../../desk/tickets/contract.ts";
import type { Audience } from "../../../desk/tickets/rules/codes.ts";
import { deskZone } from "../../../kernel/slovenian.ts";
import type { Speech } from "../../text/speech.ts";
import type { Mode } from "./composer.view.ts";

/** Whom each tab of the composer writes to. */
export const audiences: Readonly<Record<Mode, Audience>> = { reply: "USER", note: "INTERNAL", thread: "SECOND_LEVEL" };

/** A draft as this tab has it. */
export type Held = {
	readonly text: string;
	/** What of it the desk has. */
	readonly saved: string;
	/** What was last handed to the desk; its answer may have been lost on the way. */
	readonly handed: string;
	readonly version: number;
	readonly savedAt: string | null;
};

export const nothingHeld: Held = { text: "", saved: "", handed: "", version: 0, savedAt: null };

export const isUnsaved = (held: Held): boolean => held.text !== held.saved;

type Kept = Pick<DraftView, "version" | "savedAt">;

/** The desk has `text` now; what was written meanwhile stays to be saved. */
export const kept = (held: Held, text: string, { version, savedAt }: Kept): Held => ({
	...held,
	saved: text,
	version,
	savedAt,
});

/**
 * What becomes of the draft when the desk says what it has: an older answer changes nothing, newer words come in where this
 * tab has none unsaved; `CHOICE` where both have words, so that neither is lost unseen.
 */
export const meet = (held: Held, desk: Pick<DraftView, "version" | "savedAt" | "body">): Held | "CHOICE" => {
	if (desk.version <= held.version) return held;
	const isOurs = [held.text, held.handed, held.saved, ""].includes(desk.body);
	if (isUnsaved(held) && !isOurs) return "CHOICE";
	return { ...kept(held, desk.body, desk), ...(isUnsaved(held) ? {} : { text: desk.body }) };
};

export type Choice = "mine" | "theirs" | "both";

/** The draft after a person chose between their words here and those of another device. */
export const chosen = (held: Held, desk: Pick<DraftView, "version" | "savedAt" | "body">, choice: Choice): Held => {
	const text = { mine: held.text, theirs: desk.body, both: `${held.text}\n\n${desk.body}` }[choice];
	return { ...kept(held, desk.body, desk), text };
};

/** `14:52` of today, else with its day. */
export const draftTime = (savedAt: string, now: Temporal.Instant, say: Speech): string =>
	dayOf(Temporal.Instant.from(savedAt)).equals(dayOf(now)) ? say.time(savedAt) : say.near(savedAt, now);

const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(deskZone).toPlainDate();
