import { useNavigate } from "@tanstack/react-router";
import { list } from "../../../desk/queues/contract.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { type Command, numberIn } from "./palette.view.ts";

const shownMost = 8;

/**
 * Tickets by words, in the person's scope, and by number. A number can be opened before it is found: the ticket's own address
 * says whether there is one to be seen.
 */
export const useFoundTickets = (typed: string, words: string, ticketPath: string): Command[] => {
	const say = useText();
	const navigate = useNavigate();
	const asked = words.trim();
	const isEnough = asked.length >= 2 || numberIn(asked) !== null;
	const { data } = useQuestion(list, { words: asked, limit: shownMost }, { enabled: isEnough, keepOld: false });
	const number = numberIn(typed);
	const open = (one: number, text: string): Command => ({
		group: "tickets",
		text,
		why: [],
		run: () => void navigate({ to: `${ticketPath}/${one}` }),
	});
	const found = isEnough && typed.trim() !== "" ? (data?.rows ?? []) : [];
	if (number !== null && !found.some((row) => row.number === number))
		return [open(number, say.t("palette.openNumber", { number: String(number) }))];
	return found.map((row) => open(row.number, say.t("ticket.title", { number: row.number, subject: row.subject })));
};
