import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import sl from "./sl/catalogue.ts";

const source = new URL("../../", import.meta.url).pathname;

/** Codes that no person sees on a screen: of a start that failed, of doors between machines, of faults of our own. */
const unseen: ReadonlySet<string> = new Set([
	// Codes of user groups in the template's defaults.
	"citizen",
	"company",
	"data-folder-in-use",
	"database-newer",
	"migration-changed",
]);

/** Every code that the desk gives as the code of a refusal or an obstacle. */
const given = new Set(
	globSync("{desk,entrances/http,kernel}/**/*.ts", { cwd: source })
		.filter((file) => !/\.test\.ts$|\.oracle\.ts$/.test(file))
		.flatMap((file) => {
			const text = readFileSync(`${source}${file}`, "utf8");
			const found = text.matchAll(
				/new Refusal\(\s*"[a-z-]+",\s*"([a-z0-9-]+)"|\{ code: "([a-z0-9-]+)"[,\s}]|\bobstacle\([^"]*?"([a-z0-9-]+)"|codes\.push\("([a-z-]+)"\)/g,
			);
			return [...found].flatMap((match) => match.slice(1).filter((code) => code !== undefined));
		}),
);

describe("every refusal has a sentence", () => {
	for (const code of [...given].filter((one) => !unseen.has(one)).toSorted()) {
		test(code, () => assert.ok(Object.hasOwn(sl.refusals, code)));
	}
});
