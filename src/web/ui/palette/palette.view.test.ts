import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Command, type Group, actsHere, isMatch, numberIn, shownFor } from "./palette.view.ts";

const rows: [typed: string, text: string, isFound: boolean][] = [
	["", "Prevzemi", true],
	["pre", "Prevzemi", true],
	["posredovati", "Posreduj", true],
	["dogovora", "Dogovori", true],
	["porocil", "Poročila", true],
	["POROČILO", "Poročila", true],
	["kmalu potece", "Kmalu poteče", true],
	["usposabljanja", "Usposabljanje", true],
	["temen", "Temni prikaz", true],
	["dark", "Dark display", true],
	["klic novi", "Nov klic", true],
	["pošta", "Poročila", false],
	["reši", "Razvrsti", false],
	["klic star", "Nov klic", false],
];

describe("what is typed finds", () => {
	for (const [typed, text, isFound] of rows)
		test(`${typed} ${isFound ? "finds" : "does not find"} ${text}`, () => assert.equal(isMatch(text, typed), isFound));
});

test("a number names a ticket", () => {
	assert.deepEqual(["318", " #318 ", "318a", "", "klic 318"].map(numberIn), [318, 318, null, null, null]);
});

const command = (group: Group, text: string, why: string[] = []): Command => ({ group, text, why, run: () => {} });
const texts = (commands: readonly Command[]) => commands.map(({ text }) => text);

describe("the list", () => {
	test("of acts leaves out a name that two buttons share and ends with what is not open", () => {
		const offered = [command("acts", "Reši", ["Manjka."]), command("acts", "Potrdi"), command("acts", "Prevzemi")];
		assert.deepEqual(texts(actsHere([...offered, command("acts", "Potrdi")])), ["Prevzemi", "Reši"]);
	});
	test("goes by groups; found tickets are shown whatever they are called", () => {
		const all = [command("places", "Poročila"), command("tickets", "318 Napaka 500"), command("acts", "Poveži")];
		assert.deepEqual(texts(shownFor(all, "por")), ["318 Napaka 500", "Poročila"]);
		assert.deepEqual(texts(shownFor(all, "")), ["Poveži", "318 Napaka 500", "Poročila"]);
	});
});
