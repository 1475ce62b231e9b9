import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type DraftView, drafts, keepDraft } from "../../../desk/tickets/contract.ts";
import type { Audience } from "../../../desk/tickets/rules/codes.ts";
import type { TicketId } from "../../../kernel/id.ts";
import { call } from "../../api/client.ts";
import { useMe } from "../../api/me.ts";
import { useQuestion } from "../../api/queries.ts";
import { type DraftState, type DraftStore, openDraft } from "./draft-store.ts";

export type Draft = DraftState &
	Omit<DraftStore, "state" | "subscribe" | "met" | "save"> & {
		readonly text: string;
		/** What the desk last said of it: whether it is being sent, or was held back. */
		readonly desk: DraftView | undefined;
	};

/** One person's words on a ticket to an audience. */
export const useDraft = (id: TicketId, audience: Audience): Draft => {
	const client = useQueryClient();
	const person = useMe().data?.person.id ?? "";
	const [store] = useState(() =>
		openDraft({
			memory: sessionStorage,
			key: `dogovor-draft-${person}-${audience}-${id}`,
			keep: (version, body) => call(keepDraft, { id, audience, version, body }, { keepalive: true }),
			askAgain: () => client.invalidateQueries({ queryKey: [drafts.name] }),
		}),
	);
	const state = useSyncExternalStore(store.subscribe, store.state);
	const desk = useQuestion(drafts, { id }, { keepOld: false }).data?.drafts.find((one) => one.audience === audience);
	useEffect(() => {
		if (desk !== undefined) store.met(desk);
	}, [store, desk]);
	// There may be no later when the window is hidden or the form goes; and a connection that is back is used at once.
	useEffect(() => {
		const save = () => void store.save();
		window.addEventListener("online", save);
		document.addEventListener("visibilitychange", save);
		return () => {
			window.removeEventListener("online", save);
			document.removeEventListener("visibilitychange", save);
			save();
		};
	}, [store]);
	const { write, clear, choose, handOff, askAgain } = store;
	return { ...state, text: state.held.text, desk, write, clear, choose, handOff, askAgain };
};
