import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { MailAddress } from "../../kernel/values.ts";
import { type Mailbox, mailboxes, strictAddress } from "./addresses.ts";

const ana: Mailbox = { name: "", address: "ana@example.si" };

const headers: Record<string, [header: string, found: Mailbox[]]> = {
	"a bare address": ["ana@example.si", [ana]],
	"in angles": ["<ana@example.si>", [ana]],
	"with a name": ["Ana Novak <ana@example.si>", [{ ...ana, name: "Ana Novak" }]],
	"with a quoted name": ['"Novak, Ana" <Ana@Example.SI>', [{ ...ana, name: "Novak, Ana" }]],
	"with an escaped quote": [
		'"Ana \\"x\\" <zlo@zlo.example>" <ana@example.si>',
		[{ ...ana, name: 'Ana "x" <zlo@zlo.example>' }],
	],
	"with a comment": ["ana@example.si (Ana <zlo@zlo.example>)", [ana]],
	"a group": ["Skupina: ana@example.si, <bor@example.si>;", [ana, { name: "", address: "bor@example.si" }]],
	"an unclosed quote": ['"Ana <ana@example.si>', []],
	"an unclosed angle": ["Ana <ana@example.si", [{ ...ana, name: "Ana" }]],
	"two angles": ["<ana@example.si><zlo@zlo.example>", []],
	"words beside a bare address": ["ana@example.si zlo@zlo.example", []],
	"no domain": ["ana", []],
	nothing: ["", []],
};
describe("mailboxes of an address header", () => {
	for (const [name, [header, found]] of Object.entries(headers)) {
		test(name, () => assert.deepEqual(mailboxes(header), found));
	}
});

test("the strict grammar is the same as that of every form and setting", () => {
	const piece = fc.constantFrom("a", "b1", ".", "-", "@", "example", "si", "=?", "?=", "ü", " ", '"', "+", "A");
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join("").trim();
			assert.equal(strictAddress(text), MailAddress.safeParse(text).data ?? null);
		}),
	);
});
