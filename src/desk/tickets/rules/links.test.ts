import assert from "node:assert/strict";
import { test } from "node:test";
import type { LinkKind } from "./codes.ts";
import { linkObstacles } from "./links.ts";

const child = { id: "a", serviceId: "s", state: "triaged", hasParent: false, hasChildren: false } as const;
const parent = { id: "b", serviceId: "s", state: "escalatedL2", isChild: false, isLinkedAlready: false } as const;

const rows: [name: string, kind: LinkKind, change: object, codes: string[]][] = [
	["R05 to R04", "CHILD", {}, []],
	["to itself", "RELATED", { id: "a" }, ["linked-to-itself"]],
	["twice", "RELATED", { isLinkedAlready: true }, ["linked-already"]],
	["a child of another service", "CHILD", { serviceId: "t" }, ["linked-across-services"]],
	["pointing to another service", "RELATED", { serviceId: "t" }, []],
	["a child of a child", "CHILD", { isChild: true }, ["parent-is-child"]],
	["a child of a closed one", "CHILD", { state: "closed" }, ["parent-closed"]],
	["continuing a closed one", "FOLLOW_UP", { state: "closed" }, []],
];
for (const [name, kind, change, codes] of rows) {
	test(`link ${name}`, () =>
		assert.deepEqual(
			linkObstacles(kind, child, { ...parent, ...change }).map((obstacle) => obstacle.code),
			codes,
		));
}

const children: [name: string, kind: LinkKind, change: object, codes: string[]][] = [
	["that has a parent already", "CHILD", { hasParent: true }, ["has-parent"]],
	["that has children itself", "CHILD", { hasChildren: true }, ["has-children"]],
	["that has both and only points", "RELATED", { hasParent: true, hasChildren: true }, []],
];
for (const [name, kind, change, codes] of children) {
	test(`link a ticket ${name}`, () =>
		assert.deepEqual(
			linkObstacles(kind, { ...child, ...change }, parent).map((obstacle) => obstacle.code),
			codes,
		));
}
