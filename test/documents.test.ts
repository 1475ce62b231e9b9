import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { settingsSchema } from "../src/platform/config/settings.ts";

const root = path.resolve(import.meta.dirname, "..");
const documents = fs
	.globSync(["*.md", "docs/**/*.md", "src/desk/*/README.md"], { cwd: root })
	.map((file) => file.replaceAll(path.sep, "/"));
const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");

describe("what the documents point at is there", () => {
	for (const document of documents) {
		test(document, () => {
			const links = [...read(document).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link]) => link ?? "");
			const paths = [...read(document).matchAll(/`((?:src|test|docs|scripts|generated|migrations)\/[\w./-]*\w\/?)`/g)];
			const missing = [
				...links.filter((link) => !fs.existsSync(path.join(root, path.dirname(document), link))),
				...paths.map(([, named]) => named ?? "").filter((named) => !fs.existsSync(path.join(root, named))),
			];
			assert.deepEqual(missing, []);
		});
	}
});

test("the README names every setting", () => {
	const named = [...read("README.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
	assert.deepEqual(named, Object.keys(settingsSchema.shape));
});
