import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { secondLevelAct, type SecondLevelAct } from "./second-level-words.ts";

const rows: Record<string, [reply: string, act: SecondLevelAct]> = {
	"no word": ["Pogledali bomo.", { act: "MESSAGE" }],
	"nothing at all": ["", { act: "MESSAGE" }],
	"solved, text below": [
		"#REŠENO\nPonovno smo zagnali storitev.",
		{ act: "SOLVE", text: "Ponovno smo zagnali storitev." },
	],
	"solved, text beside": ["#rešeno: Deluje.", { act: "SOLVE", text: "Deluje." }],
	"solved, without diacritics": ["#RESENO\nDeluje.", { act: "SOLVE", text: "Deluje." }],
	"solved, decomposed letters": ["#RES\u030cENO\nDeluje.", { act: "SOLVE", text: "Deluje." }],
	"solved, after empty lines": ["\n\n # Rešitev\n\nDeluje.", { act: "SOLVE", text: "Deluje." }],
	"solved, in English": ["#SOLVED\nIt works.", { act: "SOLVE", text: "It works." }],
	"solved without a word of the solution": ["#REŠENO", { act: "MESSAGE" }],
	"word in the middle of a text": ["Mislimo, da je\n#REŠENO", { act: "MESSAGE" }],
	"an unknown word": ["#HVALA\nLep pozdrav", { act: "MESSAGE" }],
	"a longer word": ["#REŠENOST\nx", { act: "MESSAGE" }],
	"returned, reason named": [
		"#VRAČAM napačen sklop\nGre za vsebino.",
		{ act: "RETURN", reason: "WRONG_SET", text: "Gre za vsebino." },
	],
	"returned, only a reason": [
		"#VRAČAM ni naša pristojnost",
		{ act: "RETURN", reason: "NOT_OUR_COMPETENCE", text: "ni naša pristojnost" },
	],
	"returned, no reason from the list": [
		"#VRAČAM pošljite sliko",
		{ act: "RETURN", reason: "MORE_DATA_NEEDED", text: "pošljite sliko" },
	],
	"returned, no words": ["#VRAČAM", { act: "RETURN", reason: "MORE_DATA_NEEDED", text: "VRAČAM" }],
	"returned, in English": [
		"#RETURN wrong service\nNot ours.",
		{ act: "RETURN", reason: "WRONG_SERVICE", text: "Not ours." },
	],
	"a question for the user": ["#VPRAŠANJE\nKateri brskalnik?", { act: "ASK_USER", text: "Kateri brskalnik?" }],
};

describe("what second level asks for in its reply", () => {
	for (const [name, [reply, act]] of Object.entries(rows))
		test(name, () => assert.deepEqual(secondLevelAct(reply), act));
});
