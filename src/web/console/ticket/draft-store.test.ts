import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { Refusal } from "../../../kernel/refusal.ts";
import { type DraftStore, openDraft } from "./draft-store.ts";

/** The desk and the tab's memory, as far as a draft knows them. */
const edges = () => {
	const words = new Map<string, string>();
	const desk = { body: "", version: 0, isDown: false, saves: [] as string[] };
	const memory = {
		getItem: (key: string) => words.get(key) ?? null,
		setItem: (key: string, value: string) => void words.set(key, value),
		removeItem: (key: string) => void words.delete(key),
	};
	const written = { kind: null, expectedOn: null, sendsInMs: null, heldBack: null, audience: "USER" as const };
	const view = () => ({ ...written, body: desk.body, version: desk.version, savedAt: "2026-03-12T13:52:00Z" });
	const put = async (seen: number, body: string) => {
		await Promise.resolve();
		if (desk.isDown) throw new Refusal("unavailable", "offline");
		if (seen !== desk.version) throw new Refusal("conflict", "draft-changed");
		desk.saves.push(body);
		Object.assign(desk, { body, version: seen + 1 });
		return view();
	};
	const open = (): DraftStore => {
		const store: DraftStore = openDraft({ memory, key: "k", keep: put, askAgain: async () => store.met(view()) });
		return store;
	};
	return { desk, words, open, put };
};

const turn = async (): Promise<void> => {
	for (let n = 0; n < 20; n += 1) await Promise.resolve();
};
const pass = async (ms: number): Promise<void> => {
	mock.timers.tick(ms);
	await turn();
};

describe("a draft between the field and the desk", () => {
	beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
	afterEach(() => mock.timers.reset());

	test("is saved once per pause in the writing, and leaves nothing in the tab", async () => {
		const { desk, words, open } = edges();
		const store = open();
		for (const text of ["S", "Sp", "Spo"]) {
			store.write(text);
			await pass(900);
		}
		assert.deepEqual(desk.saves, []);
		assert.ok(words.has("k"));
		await pass(100);
		assert.deepEqual(desk.saves, ["Spo"]);
		assert.equal(words.size, 0);
	});

	test("without a connection stays in the tab, is there after loading anew, and is saved when it can be", async () => {
		const { desk, open } = edges();
		desk.isDown = true;
		const store = open();
		store.write("ne izgubi me");
		await pass(1000);
		assert.deepEqual([store.state().isHereOnly, store.state().held.text], [true, "ne izgubi me"]);
		assert.equal(open().state().held.text, "ne izgubi me");
		desk.isDown = false;
		await pass(10_000);
		assert.deepEqual([desk.body, store.state().isHereOnly], ["ne izgubi me", false]);
	});

	test("stands against another device's as a choice, and is not saved until one is made", async () => {
		const { desk, open, put } = edges();
		const store = open();
		store.write("z mize");
		await put(0, "s telefona");
		await pass(1000);
		assert.equal(store.state().other?.body, "s telefona");
		store.write("z mize!");
		await pass(20_000);
		assert.equal(desk.body, "s telefona");
		store.choose("both");
		await pass(1000);
		assert.equal(desk.body, "z mize!\n\ns telefona");
	});

	test("is handed off after the saving under way, with the version that it left", async () => {
		const { desk, open, put } = edges();
		const store = open();
		store.write("Spoštovani");
		const saving = store.save();
		store.write("Spoštovani, hvala");
		await Promise.all([saving, store.handOff((version) => put(version, store.state().held.text))]);
		assert.deepEqual(desk.saves, ["Spoštovani", "Spoštovani, hvala"]);
		await pass(20_000);
		assert.equal(desk.saves.length, 2);
	});

	test("cleared, is cleared on the desk", async () => {
		const { desk, open } = edges();
		const store = open();
		store.write("zaznamek");
		await pass(1000);
		store.clear();
		await turn();
		assert.deepEqual([desk.body, desk.version, store.state().held.text], ["", 2, ""]);
	});
});
