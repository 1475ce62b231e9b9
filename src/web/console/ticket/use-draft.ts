import { useCallback, useState } from "react";

const keyOf = (ticketId: string, mode: string): string => `dogovor-draft-${mode}-${ticketId}`;

/** Words not sent yet, kept in this tab: changing a field or reloading the page loses nothing. */
export const useDraft = (ticketId: string, mode: string): [string, (text: string) => void, () => void] => {
	const [text, setText] = useState(() => sessionStorage.getItem(keyOf(ticketId, mode)) ?? "");
	const write = useCallback(
		(next: string) => {
			setText(next);
			if (next === "") sessionStorage.removeItem(keyOf(ticketId, mode));
			else sessionStorage.setItem(keyOf(ticketId, mode), next);
		},
		[ticketId, mode],
	);
	return [text, write, useCallback(() => write(""), [write])];
};
