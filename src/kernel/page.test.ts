import assert from "node:assert/strict";
import { test } from "node:test";
import { cursorValues, writeCursor } from "./page.ts";

const id = "01980000-0000-7000-8000-000000000000";
const at = "2026-03-10T08:00:00.123456Z";

test("a cursor of ours gives its values, none is the beginning", () => {
	assert.deepEqual(cursorValues(writeCursor([at, id]), ["instant", "id"]), [at, id]);
	assert.deepEqual(cursorValues(writeCursor(["Žiga", id]), ["text", "id"]), ["Žiga", id]);
	assert.equal(cursorValues(undefined, ["text", "id"]), null);
});

const made: [what: string, cursor: string][] = [
	["no base64", "nonsense!"],
	["no list", btoa("7")],
	["fewer values", writeCursor([at])],
	["more values", writeCursor([at, id, id])],
	["an instant that is none", writeCursor(["2026-13-40T08:00:00Z", id])],
	["a day instead of an instant", writeCursor(["2026-03-10", id])],
	["an id that is none", writeCursor([at, "1 or 1=1"])],
	["a number", writeCursor([7, id])],
	["null", writeCursor([null, id])],
];
for (const [what, cursor] of made) {
	test(`a cursor that somebody made is refused: ${what}`, () => {
		assert.throws(() => cursorValues(cursor, ["instant", "id"]), { code: "bad-cursor" });
	});
}
