import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");

type Lock = { packages: Record<string, { version?: string; license?: string }> };
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const manifest = JSON.parse(read("package.json")) as Manifest;
const { packages } = JSON.parse(read("package-lock.json")) as Lock;
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

const permitted = [
	"MIT",
	"MIT-0",
	"ISC",
	"BSD-2-Clause",
	"BSD-3-Clause",
	"0BSD",
	"Apache-2.0",
	"BlueOak-1.0.0",
	"MPL-2.0",
	"EUPL-1.2",
	"OFL-1.1",
];
/** Not chosen by us, but brought along by what we chose; none asks anything of those who use the desk. */
const broughtAlong = ["Unlicense", "CC0-1.0", "PSF-2.0", "CC-BY-3.0"];

/** Of several licences joined by OR one has to be permitted, of those joined by AND each. */
const isPermitted = (expression: string, list: readonly string[]): boolean =>
	expression
		.replaceAll(/[()]/g, "")
		.split(" OR ")
		.some((choice) => choice.split(" AND ").every((licence) => list.includes(licence.trim())));

test("each direct dependency has a line with its reason in docs/dependencies.md, and no other has", () => {
	const listed = [...read("docs/dependencies.md").matchAll(/^\| `([^`]+)` \| (\S.*) \|$/gm)].map(([, name]) => name);
	assert.deepEqual(listed.toSorted(), Object.keys(direct).toSorted());
});

test("each direct dependency is pinned to one version, the one of the lockfile", () => {
	for (const [name, version] of Object.entries(direct)) {
		assert.equal(packages[`node_modules/${name}`]?.version, version, name);
	}
});

test("licences are permitted, also of what the dependencies bring along", () => {
	const refused = Object.entries(packages).filter(([place, { license = "none" }]) => {
		const isDirect = place.replace("node_modules/", "") in direct;
		const isData = license.includes("CC-BY-3.0"); // holidays of date-holidays: tests only, nothing of it is passed on
		return !isPermitted(license, isDirect && !isData ? permitted : [...permitted, ...broughtAlong]);
	});
	assert.deepEqual(
		refused.map(([place, { license }]) => `${place}: ${license}`),
		[],
	);
});
