import { z } from "zod";
import { clocksOfTicket, whyDeadlineIs } from "../../desk/clocks/operations/questions.ts";
import { TicketId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { whySentences } from "../../web/text/why-sentences.ts";
import { type Desk, performer } from "../perform.ts";
import { speeches } from "../refusal-text.ts";
import type { Say } from "./long-commands.ts";

const machine = { kind: "system", name: "command-line" } as const;
const Language = z.enum(["sl", "en"]);

/** The account of every deadline of a ticket as sentences, one a line; as data each is the answer of `clocks.why`. */
export async function tellDeadlines(desk: Desk, words: readonly string[], { out }: Say): Promise<number> {
	const ticketId = TicketId.safeParse(words[0]);
	const language = Language.safeParse(words[1]?.replace("--language=", "") ?? "sl");
	if (!ticketId.success || !language.success || words.length > 2) {
		const at = ticketId.success ? "language" : "ticketId";
		throw new Refusal("invalid", "invalid-input", { obstacles: [{ code: "invalid-value", at }] });
	}
	const perform = performer(desk);
	const { clocks } = await perform(clocksOfTicket, machine, { ticketId: ticketId.data });
	for (const { id } of clocks) {
		const why = await perform(whyDeadlineIs, machine, { id });
		for (const { text } of whySentences(why, speeches[language.data])) out(text);
		out("");
	}
	return 0;
}
