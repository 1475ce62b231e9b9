import fs from "node:fs";
import path from "node:path";

/** The script behind a command of an installed package, so that it runs on this Node and on every operating system. */
export function tool(name: string, ofPackage = name): string {
	const folder = path.resolve(import.meta.dirname, "../node_modules", ofPackage);
	const { bin } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as {
		bin: string | Record<string, string>;
	};
	const file = typeof bin === "string" ? bin : bin[name];
	if (!file) throw new Error(`package ${ofPackage} has no command ${name}`);
	return path.join(folder, file);
}
