import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import type { Operation } from "../src/platform/operation.ts";
import type { Role } from "../src/kernel/actor.ts";
import { attemptAll, mark, type Row } from "./authorisation/matrix.ts";
import { samples } from "./authorisation/samples.ts";
import { buildWorld, type World } from "./authorisation/world.ts";
import { openTestDesk, operations, type TestDesk } from "./support/desk.ts";

const file = path.resolve(import.meta.dirname, "../generated/authorisation.md");

/** Offices of a client: they know the own services alone (§2.2, rule 2). */
const clientRoles: readonly Role[] = [
	"service_owner",
	"content_custodian",
	"technical_custodian",
	"kb_editor",
	"training_contact",
	"l2_agent",
	"client_director",
	"other_body",
];
describe("who may do what", () => {
	let desk: TestDesk;
	let world: World;
	let rows: Row[];
	before(async () => {
		desk = await openTestDesk();
		world = await buildWorld(desk);
		rows = await attemptAll(desk, world, operations);
	});
	after(() => desk.close());

	test("every operation has a sample, and every sample an operation", () => {
		const names = new Set(operations.map(({ contract }) => contract.name));
		const without = [...names].filter((name) => !(name in samples));
		assert.deepEqual([without, Object.keys(samples).filter((name) => !names.has(name))], [[], []]);
	});

	test("every sample is a valid input that reaches its object for somebody", () => {
		const unreached = rows
			.filter(({ side }) => side === "own" || side === "any")
			.filter(({ attempts }) => ![...attempts.values()].some((attempt) => mark(attempt) === "yes"))
			.map(({ operation, attempts }) => `${operation.contract.name}: ${attempts.get("system")?.refusal?.code}`);
		assert.deepEqual(unreached, []);
		// The desk's own doors never name what is not there: it would be a fault indeed.
		const faults = rows.flatMap(({ operation, side, attempts }) =>
			[...attempts].flatMap(([who, attempt]) =>
				mark(attempt) === "fault" && !(who === "system" && side === "unknown")
					? [`${operation.contract.name} ${side} ${who}: ${attempt.refusal?.code}`]
					: [],
			),
		);
		assert.deepEqual(faults, []);
	});

	test("a client does nothing to another client's objects, which answer like those that do not exist", () => {
		const wrong: string[] = [];
		for (const { operation, side, attempts } of rows.filter((row) => row.side === "foreign")) {
			const unknown = rows.find((row) => row.operation === operation && row.side === "unknown");
			for (const role of clientRoles) {
				const foreign = attempts.get(role)!;
				if (mark(attempts.get("public")!) === "yes") continue;
				const same = unknown?.attempts.get(role);
				const isAlike = JSON.stringify(said(foreign)) === JSON.stringify(same && said(same));
				if (!isAlike)
					wrong.push(
						`${operation.contract.name} ${side} ${role}: ${JSON.stringify(said(foreign))} / ${JSON.stringify(same && said(same))}`,
					);
			}
		}
		assert.deepEqual(wrong, []);
	});

	test("a word that stands only on the other side, or only on a restricted ticket, appears in no answer", () => {
		const leaks: string[] = [];
		for (const { operation, side, attempts } of rows) {
			if (operation.contract.doors.http?.includes("{token}")) continue;
			for (const role of [...clientRoles, "public"]) {
				const text = JSON.stringify(attempts.get(role)?.answer ?? null);
				if (text.includes(world.words.foreign)) leaks.push(`${operation.contract.name} ${side} ${role}: foreign`);
				const mayKnow = role === "service_owner" || role === "technical_custodian";
				if (!mayKnow && text.includes(world.words.hidden))
					leaks.push(`${operation.contract.name} ${side} ${role}: hidden`);
			}
		}
		assert.deepEqual(leaks, []);
	});

	test("open doors are those that the public may pass, and no others", () => {
		const passed = rows.filter(({ attempts }) => mark(attempts.get("public")!) === "yes");
		const open = operations.filter(({ contract }) => contract.doors.open === true);
		const named = (all: readonly Operation[]) => [...new Set(all.map(({ contract }) => contract.name))].toSorted();
		const withDoor = passed.map(({ operation }) => operation).filter(({ contract }) => contract.doors.http);
		assert.deepEqual(named(withDoor), named(open));
	});

	// A changed right is a difference to be read: `npm test -- authorisation --test-update-snapshots` writes it.
	test("the matrix is the committed one", (t) => {
		t.assert.fileSnapshot(asTable(rows, [...world.actors.keys()]), file, { serializers: [String] });
	});
});

const said = ({
	answer,
	refusal,
}: {
	answer?: unknown;
	refusal?: { code: string; details: unknown; obstacles: unknown };
}) => (refusal ? { code: refusal.code, details: refusal.details, obstacles: refusal.obstacles } : { answer });

function asTable(rows: readonly Row[], who: readonly string[]): string {
	const lines = rows
		.filter(({ side }) => side !== "unknown")
		.map(({ operation, side, attempts }) => {
			const marks = who.map((name) => mark(attempts.get(name)!));
			return `| ${operation.contract.name} | ${side} | ${marks.map((one) => (one === "no" ? "–" : one)).join(" | ")} |`;
		});
	return [
		"# Who may do what",
		"",
		"Made by `test/authorisation.test.ts`, which performs every operation as everybody on their own client's objects, another",
		"client's (foreign) and the own client's restricted tickets (hidden). `yes` = granted (the object's state may still stand",
		"against it), `–` = refused, `404` = not in scope, answered like what does not exist, `any` = names no client's object.",
		"",
		`| operation | object | ${who.join(" | ")} |`,
		`|---|---|${who.map(() => "---|").join("")}`,
		...lines,
		"",
	].join("\n");
}
