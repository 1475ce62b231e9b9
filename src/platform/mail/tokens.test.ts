import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { strictAddress } from "./addresses.ts";
import { threadClues } from "./threading.ts";
import { isOurs, messageIdOf, readMessageId, readReplyAddress, replyAddress } from "./tokens.ts";

const identity = { secret: "a secret of the tests, 32 characters", mailbox: "ekc", domain: "desk.example" };
const other = { ...identity, secret: "another secret of the tests, 32 char" };
const uuid = fc.uuid();

test("a Message-ID of ours is read back, whoever's server carried it", () =>
	fc.assert(fc.property(uuid, (id) => assert.equal(readMessageId(identity, messageIdOf(identity, id)), id))));

test("the same row has the same Message-ID, another row another one", () =>
	fc.assert(
		fc.property(uuid, uuid, (left, right) => {
			assert.equal(messageIdOf(identity, left) === messageIdOf(identity, right), left === right);
		}),
	));

test("nobody makes one without the secret", () =>
	fc.assert(fc.property(uuid, (id) => assert.equal(readMessageId(identity, messageIdOf(other, id)), null))));

test("one changed character is noticed", () =>
	fc.assert(
		fc.property(uuid, fc.nat(44), (id, at) => {
			const whole = messageIdOf(identity, id);
			const position = 1 + at;
			if (whole[position] === ".") return;
			const changed = whole.slice(0, position) + (whole[position] === "a" ? "b" : "a") + whole.slice(position + 1);
			assert.equal(readMessageId(identity, changed), null);
		}),
	));

test("a reply address is an address, fits its 64 characters and is read back in any case", () =>
	fc.assert(
		fc.property(uuid, fc.constantFrom("u", "s"), (id, thread) => {
			const address = replyAddress(identity, { thread, id });
			assert.equal(strictAddress(address), address);
			assert.deepEqual(readReplyAddress(identity, address.toUpperCase()), { thread, id });
			assert.equal(readReplyAddress(other, address), null);
		}),
	));

describe("addresses the door takes", () => {
	const rows: [string, boolean][] = [
		["ekc@desk.example", true],
		["EKC@Desk.Example", true],
		["ekc+karkoli@desk.example", true],
		["postmaster@desk.example", true],
		["ekcx@desk.example", false],
		["ekc@desk.example.zlo.example", false],
		["ana@example.si", false],
		["ekc", false],
	];
	for (const [address, expected] of rows) test(address, () => assert.equal(isOurs(identity, address), expected));
});

test("clues come in the order in which they are believed", () => {
	const first = "0198f2b0-0000-7000-8000-000000000001";
	const second = "0198f2b0-0000-7000-8000-000000000002";
	const clues = threadClues(
		identity,
		{
			references: ["<tuja@example.si>", messageIdOf(other, first), messageIdOf(identity, first)],
			recipients: ["ana@example.si", replyAddress(identity, { thread: "s", id: second }), "ekc+ponaredek@desk.example"],
			subject: "Re: Pomoč [#1234]",
		},
		(subject) => Number(/\[#(\d+)\]/.exec(subject)?.[1]),
	);
	assert.deepEqual(clues, [
		{ by: "MESSAGE", outboxId: first },
		{ by: "ADDRESS", token: { thread: "s", id: second } },
		{ by: "SUBJECT", number: 1234 },
	]);
});
