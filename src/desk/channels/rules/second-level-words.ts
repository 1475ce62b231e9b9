import type { ReturnReason } from "../../tickets/rules/codes.ts";

/** What second level asks for in the first line of a reply; without a word the reply only acknowledges and is kept. */
export type SecondLevelAct =
	| { readonly act: "SOLVE"; readonly text: string }
	| { readonly act: "RETURN"; readonly reason: ReturnReason; readonly text: string }
	| { readonly act: "ASK_USER"; readonly text: string }
	| { readonly act: "MESSAGE" };

/** Words of the reasons, as the hand-over mail lists them; folded (no diacritics, lower case). */
const reasons: readonly [RegExp, ReturnReason][] = [
	[/^(?:napacen sklop|wrong set)\b/, "WRONG_SET"],
	[/^(?:napacna storitev|wrong service)\b/, "WRONG_SERVICE"],
	[/^(?:premalo podatkov|more data)\b/, "MORE_DATA_NEEDED"],
	[/^(?:resi 1\. nivo|first level)/, "FIRST_LEVEL_CAN_SOLVE"],
	[/^(?:ni nasa pristojnost|not our competence)\b/, "NOT_OUR_COMPETENCE"],
];

const folded = (text: string): string => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const words: Record<string, "SOLVE" | "RETURN" | "ASK_USER"> = {
	reseno: "SOLVE",
	resitev: "SOLVE",
	solved: "SOLVE",
	vracam: "RETURN",
	return: "RETURN",
	vprasanje: "ASK_USER",
	question: "ASK_USER",
};

/**
 * Reads `#REŠENO`, `#VRAČAM <reason>` or `#VPRAŠANJE` (`#SOLVED`, `#RETURN`, `#QUESTION`) from the first line that is not
 * empty; what follows is the text of the act. A word without a text is only a message: a solution of no words helps nobody.
 */
export function secondLevelAct(fresh: string): SecondLevelAct {
	const text = fresh.trim();
	const end = text.indexOf("\n");
	const firstLine = end < 0 ? text : text.slice(0, end);
	const rest = end < 0 ? "" : text.slice(end + 1).trim();
	const [, word = "", tail = ""] = /^#\s?([\p{L}]{4,12})\b[:.,]?\s*(.*)$/u.exec(firstLine.normalize("NFC")) ?? [];
	const act = words[folded(word)];
	if (act === "RETURN") {
		const reason = reasons.find(([pattern]) => pattern.test(folded(tail)))?.[1];
		const explanation = [reason === undefined ? tail : "", rest].filter((part) => part !== "").join("\n");
		return { act, reason: reason ?? "MORE_DATA_NEEDED", text: explanation === "" ? tail || word : explanation };
	}
	const said = [tail, rest].filter((part) => part !== "").join("\n");
	return act === undefined || said === "" ? { act: "MESSAGE" } : { act, text: said };
}
