import type { z } from "zod";
import type { DraftView, keepDraft } from "../../../desk/tickets/contract.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { type Choice, chosen, type Held, isUnsaved, kept, meet, nothingHeld } from "./draft.view.ts";

type Ref = z.infer<typeof keepDraft.output>;
type Memory = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** How a draft reaches the desk, and what keeps it until then. */
export type Ways = {
	readonly memory: Memory;
	readonly key: string;
	keep(version: number, body: string): Promise<Ref>;
	/** Asks the desk what it has; the answer comes in by `met`. */
	askAgain(): Promise<void>;
};

export type DraftState = {
	readonly held: Held;
	/** Words of another device that stand against those here. */
	readonly other: DraftView | null;
	/** The last saving failed; the words are in this tab alone. */
	readonly isHereOnly: boolean;
};

/** A pause in the writing after which it is saved, and how long a failed saving waits for the next attempt. */
const pauseMs = 1000;
const againMs = 10_000;

export type DraftStore = ReturnType<typeof openDraft>;

/**
 * Words not sent yet, kept on the desk; what it does not have yet stays in the tab's own memory, also when the page is loaded
 * anew. Lives outside of the form, so that saving never disturbs the writing.
 */
export function openDraft({ memory, key, keep, askAgain }: Ways) {
	let state: DraftState = { held: remembered(memory, key), other: null, isHereOnly: false };
	let underWay: Promise<unknown> | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const listeners = new Set<() => void>();

	const put = (change: Partial<DraftState>): void => {
		state = { ...state, ...change };
		if (isUnsaved(state.held)) memory.setItem(key, JSON.stringify(state.held));
		else memory.removeItem(key);
		clearTimeout(timer);
		if (isDue()) timer = setTimeout(() => void save(), state.isHereOnly ? againMs : pauseMs);
		for (const listener of listeners) listener();
	};
	const isDue = (): boolean => isUnsaved(state.held) && state.other === null;
	/** One act after the other, so that each knows the version that the former left. */
	const alone = async (act: (version: number, text: string) => Promise<Ref>): Promise<void> => {
		const before = underWay;
		const work = (async () => {
			if (before !== null) await before;
			const { text, version } = state.held;
			put({ held: { ...state.held, handed: text } });
			const ref = await act(version, text);
			put({ held: kept(state.held, text, ref), isHereOnly: false });
		})();
		const done = work.catch(() => undefined);
		underWay = done;
		await done;
		if (underWay === done) underWay = null;
		return work;
	};
	const save = async (): Promise<void> => {
		if (!isDue() || underWay !== null) return;
		try {
			await alone(keep);
		} catch (error) {
			if (error instanceof Refusal && error.code === "draft-changed") await askAgain();
			else put({ isHereOnly: true });
		}
	};

	return {
		state: (): DraftState => state,
		subscribe: (listener: () => void): (() => void) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		save,
		askAgain,
		write: (text: string): void => put({ held: { ...state.held, text } }),
		clear(): void {
			put({ held: { ...state.held, text: "" } });
			void save();
		},
		/** What the desk has, whenever it says so. */
		met(desk: DraftView): void {
			const met = meet(state.held, desk);
			if (met === "CHOICE") put({ other: desk });
			else if (met !== state.held || state.other !== null) put({ held: met, other: null });
		},
		choose(choice: Choice): void {
			if (state.other !== null) put({ held: chosen(state.held, state.other, choice), other: null });
		},
		/** Hands the words over by another act on the draft. */
		handOff: (act: (version: number) => Promise<Ref>): Promise<void> => alone(act).finally(askAgain),
	};
}

const remembered = (memory: Memory, key: string): Held => {
	const text = memory.getItem(key);
	return text === null ? nothingHeld : { ...nothingHeld, ...(JSON.parse(text) as Partial<Held>) };
};
