import fs from "node:fs";
import path from "node:path";
import { parseSync } from "rolldown/utils";

/** What one source file says, as far as the house rules ask. Paths are relative to the root, with `/`. */
export type SourceFile = {
	readonly path: string;
	readonly lines: number;
	/** Everything imported, type-only imports and re-exports too; `to` is a path of the tree or the name of a package. */
	readonly imports: readonly { readonly to: string; readonly names: readonly string[] }[];
	readonly exports: readonly string[];
	/** Globals that read the clock or the process, in the form they are written: `Temporal.Now`, `Date`, `process`. */
	readonly ambient: readonly string[];
	readonly functions: readonly { readonly name: string; readonly lines: number }[];
};

export type SourceTree = { readonly root: string; readonly files: readonly SourceFile[]; has(file: string): boolean };

export function readSourceTree(root: string): SourceTree {
	const found = fs.globSync("{src,test,bench,scripts}/**/*.{ts,tsx}", { cwd: root, exclude: ["**/node_modules"] });
	const paths = found.map((file) => file.replaceAll(path.sep, "/")).toSorted();
	const files = paths.map((file) => readSource(file, fs.readFileSync(path.join(root, file), "utf8")));
	return { root, files, has: (file) => fs.existsSync(path.join(root, file)) };
}

function readSource(file: string, text: string): SourceFile {
	const parsed = parseSync(file, text);
	if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message}`);
	const found = walk(parsed.program as unknown as Node, text);
	const { module } = parsed;
	const imports = [
		...module.staticImports.map((statement) => ({
			to: statement.moduleRequest.value,
			names: statement.entries.map((entry) => entry.importName.name ?? "default"),
		})),
		...module.staticExports
			.flatMap((statement) => statement.entries)
			.flatMap((entry) => (entry.moduleRequest ? [{ to: entry.moduleRequest.value, names: [] }] : [])),
		...found.imports.map((to) => ({ to, names: [] })),
	];
	return {
		path: file,
		lines: text.split("\n").length - 1,
		imports: imports.map(({ to, names }) => ({
			to: to.startsWith(".") ? path.posix.join(path.posix.dirname(file), to) : to,
			names,
		})),
		exports: module.staticExports.flatMap((statement) =>
			statement.entries.flatMap((entry) => (entry.isType ? [] : [entry.exportName.name ?? "default"])),
		),
		ambient: found.ambient,
		functions: found.functions,
	};
}

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };

const functionTypes = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];
const globals = ["Date", "process", "performance"];

function walk(program: Node, text: string) {
	const found = {
		imports: [] as string[],
		ambient: [] as string[],
		functions: [] as { name: string; lines: number }[],
	};
	const visit = (node: Node, parent: Node | null, key: string): void => {
		if (node.type === "ImportExpression" || node.type === "TSImportType") {
			const { value } = node.source as { value?: unknown };
			if (typeof value === "string") found.imports.push(value);
		}
		if (functionTypes.includes(node.type)) {
			found.functions.push({ name: nameOf(node, parent), lines: text.slice(node.start, node.end).split("\n").length });
		}
		const word = ambientWord(node, parent, key);
		if (word) found.ambient.push(word);
		for (const [name, child] of Object.entries(node)) {
			for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) visit(each, node, name);
		}
	};
	visit(program, null, "");
	return found;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

const identifier = (node: unknown): string => (isNode(node) && typeof node.name === "string" ? node.name : "");

function nameOf(node: Node, parent: Node | null): string {
	return identifier(node.id) || identifier(parent?.id) || identifier(parent?.key) || "(anonymous)";
}

function ambientWord(node: Node, parent: Node | null, key: string): string | null {
	if (
		node.type === "MemberExpression" &&
		identifier(node.object) === "Temporal" &&
		identifier(node.property) === "Now"
	) {
		return "Temporal.Now";
	}
	if (node.type !== "Identifier" || !globals.includes(identifier(node))) return null;
	const isRead =
		parent?.type === "NewExpression" ||
		parent?.type === "CallExpression" ||
		(parent?.type === "MemberExpression" && key === "object");
	return isRead ? identifier(node) : null;
}
