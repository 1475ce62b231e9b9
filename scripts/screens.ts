import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const stamp = path.join(root, "dist", ".sources");

/** What the screens are made of: sizes and times of change are compared, not contents, so that a second start stays quick. */
const sources = ["src/web", "src/kernel", "src/desk", "vite.config.ts", "package-lock.json"];

export const areScreensFresh = (): boolean => fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === sourcesHash();

export async function buildScreens(): Promise<void> {
	const before = sourcesHash();
	const { build } = await import("vite");
	fs.rmSync(stamp, { force: true });
	const configFile = path.join(root, "vite.config.ts");
	await build({ configFile, logLevel: "warn" }); // console and client workspace, for browsers
	await build({ configFile, logLevel: "warn", build: { ssr: true } }); // portal, for the server to render
	fs.writeFileSync(stamp, before);
}

function sourcesHash(): string {
	const hash = createHash("sha256");
	for (const file of sources.flatMap(filesOf)) {
		const { size, mtimeMs } = fs.statSync(path.join(root, file));
		hash.update(`${file}\0${size}\0${mtimeMs}\n`);
	}
	return hash.digest("hex");
}

const filesOf = (source: string): string[] => {
	if (fs.statSync(path.join(root, source)).isFile()) return [source];
	const names = fs.readdirSync(path.join(root, source), { recursive: true, encoding: "utf8" });
	return names
		.filter((name) => !name.endsWith(".test.ts") && fs.statSync(path.join(root, source, name)).isFile())
		.filter((name) => source !== "src/desk" || reachesTheBrowser(name))
		.map((name) => path.join(source, name))
		.toSorted();
};

/** Of an area only what the browser may import (architecture §3). */
const reachesTheBrowser = (name: string): boolean => /^[^/\\]+[/\\](rules[/\\]|(contract|facts)\.ts$)/.test(name);
