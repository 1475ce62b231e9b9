import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { installPackages } from "./packages.mjs";

/** The desk uses what Node has from this version on: `Temporal`, and TypeScript run as it is. */
const LEAST_MAJOR = 26;

/** @param {string} version */
export const isRecent = (version) => Number(version.split(".")[0]) >= LEAST_MAJOR;

/**
 * The path of a Node 26 kept inside the project; brought there from the npm registry the first time.
 *
 * @param {string} root
 */
export async function recentNode(root) {
	const folder = path.join(root, "scripts", "runtime");
	await installPackages(
		folder,
		process.execPath,
		`Node ${LEAST_MAJOR}, for this project alone (this machine has ${process.versions.node}),`,
	);
	const node = broughtNode(folder);
	if (!node) {
		throw new Error(
			`There is no ready-made Node ${LEAST_MAJOR} for ${process.platform}-${process.arch}: install it yourself from https://nodejs.org.`,
		);
	}
	refuseUnlessItRuns(node);
	return node;
}

/**
 * npm puts only the one package of this operating system and processor into the folder.
 *
 * @param {string} folder
 */
function broughtNode(folder) {
	const modules = path.join(folder, "node_modules");
	const binary = process.platform === "win32" ? "node.exe" : "node";
	return readdirSync(modules)
		.filter((name) => name.startsWith("node-"))
		.map((name) => path.join(modules, name, "bin", binary))
		.find((file) => existsSync(file));
}

/**
 * System libraries that a small Linux lacks, and how to get them.
 *
 * @type {Record<string, string>}
 */
const libraries = {
	"libatomic.so.1": "Debian, Ubuntu: apt-get install libatomic1 · Fedora, RHEL: dnf install libatomic",
	"libstdc++.so.6": "Debian, Ubuntu: apt-get install libstdc++6 · Fedora, RHEL: dnf install libstdc++",
};

/** @param {string} node */
export function refuseUnlessItRuns(node) {
	const { status, stderr, error } = spawnSync(node, ["--version"], { encoding: "utf8" });
	const code = error && "code" in error ? error.code : undefined;
	if (status === 0) return;
	const [, missing] = /loading shared libraries: ([^:]+):/.exec(stderr ?? "") ?? [];
	if (missing) {
		throw new Error(
			`Node ${LEAST_MAJOR} needs the system library ${missing}.\n  ${libraries[missing] ?? "Install the package that has it."}`,
		);
	}
	// The file is there, yet "not found": its loader is not, as on systems with musl instead of glibc (Alpine).
	const reason = code === "ENOENT" ? "this system has no glibc" : (stderr || error?.message || "").trim();
	throw new Error(
		`Node ${LEAST_MAJOR} does not run here: ${reason}. Install Node ${LEAST_MAJOR} yourself and start again.`,
	);
}
