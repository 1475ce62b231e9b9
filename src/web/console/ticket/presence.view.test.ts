import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PresenceView } from "../../../desk/tickets/contract.ts";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { doingOf, presenceLines } from "./presence.view.ts";

const say = speech("sl", sl);
const one = (personId: string, name: string, doing: PresenceView["doing"]) =>
	({ ticketId: "t", personId, name, doing }) as unknown as PresenceView;

describe("presence", () => {
	test("away counts before writing: the words may lie there since yesterday", () => {
		assert.equal(doingOf({ isHidden: true, isInField: true }), "AWAY");
		assert.equal(doingOf({ isHidden: false, isInField: true }), "EDITING");
		assert.equal(doingOf({ isHidden: false, isInField: false }), "VIEWING");
	});
	test("whoever writes is named first, each by a short name", () => {
		const lines = presenceLines([one("1", "Maja Izmišljar", "AWAY"), one("2", "Klemen Poskusni", "EDITING")], say);
		assert.deepEqual(
			lines.map(({ key }) => key),
			["2", "1"],
		);
		assert.equal(lines[0]?.text, say.t("ticket.presence-EDITING", { name: "K. Poskusni" }));
	});
});
