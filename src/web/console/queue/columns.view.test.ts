import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type QueueColumn, queueColumns, standardArrangement } from "../../../desk/queues/rules/columns.ts";
import { leastWidth, moved, offered, toggled } from "./columns.view.ts";

const chosen: readonly QueueColumn[] = ["deadline", "subject", "owner"];

describe("columns of a list", () => {
	const rows: [name: string, actual: QueueColumn[], expected: QueueColumn[]][] = [
		["a chosen one stands last", toggled(chosen, "set"), ["deadline", "subject", "owner", "set"]],
		["one is taken away", toggled(chosen, "owner"), ["deadline", "subject"]],
		["what a row cannot do without stays", toggled(chosen, "subject"), [...chosen]],
		["to the left", moved(chosen, "owner", -1), ["deadline", "owner", "subject"]],
		["to the right", moved(chosen, "deadline", 1), ["subject", "deadline", "owner"]],
		["no further than the end", moved(chosen, "owner", 1), [...chosen]],
		["one that is not chosen has no place", moved(chosen, "set", -1), [...chosen]],
	];
	for (const [name, actual, expected] of rows) test(name, () => assert.deepEqual(actual, expected));

	test("all are offered, the chosen ones first", () => {
		assert.deepEqual(offered(chosen).slice(0, 3), chosen);
		assert.deepEqual(offered(chosen).toSorted(), queueColumns.toSorted());
	});
	test("the standard fits between views and preview at 1440 px", () =>
		assert.ok(leastWidth(standardArrangement.columns) <= 1440 - 200 - 420));
});
