import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { run } from "./run.mjs";

const HEARTBEAT_MS = 10_000;

/** @typedef {Record<string, { integrity?: string, optional?: boolean }>} Locked */

/**
 * Installs the packages of a folder strictly from its lockfile, when what is there is not what the lockfile says.
 *
 * @param {string} folder
 * @param {string} node the Node that npm is to run on
 */
export async function installPackages(folder, node, what = "packages") {
	const wanted = lockedPackages(path.join(folder, "package-lock.json"));
	if (isInstalled(folder, wanted)) return;
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	console.error(`Installing ${what} as the lockfile says (only when it changed) …`);
	const heartbeat = setInterval(() => console.error(`  … still installing, ${seconds()} s`), HEARTBEAT_MS);
	const code = await run(
		node,
		[npmCommand(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
		{
			cwd: folder,
			env: environmentForNpm(),
		},
	).finally(() => clearInterval(heartbeat));
	if (code !== 0) throw new Error(`npm could not install the ${what} (exit code ${code}); what it said stands above.`);
	console.error(`  installed in ${seconds()} s`);
}

/**
 * npm keeps its own account of what it put into node_modules; a broken-off installation leaves none behind.
 *
 * @param {string} folder
 * @param {Locked} wanted
 */
function isInstalled(folder, wanted) {
	const account = path.join(folder, "node_modules", ".package-lock.json");
	if (!existsSync(account)) return false;
	const present = lockedPackages(account);
	return Object.entries(wanted).every(([place, locked]) =>
		present[place] ? present[place].integrity === locked.integrity : locked.optional === true,
	);
}

/**
 * @param {string} file
 * @returns {Locked}
 */
function lockedPackages(file) {
	const { "": _itself, ...packages } = JSON.parse(readFileSync(file, "utf8")).packages;
	return packages;
}

/** What an outer `npm start` says of itself must not steer the inner one to another folder. */
function environmentForNpm() {
	const about = /^npm_(package|lifecycle|config_(local_prefix|global|workspace|omit|include))/i;
	return Object.fromEntries(Object.keys(process.env).flatMap((name) => (about.test(name) ? [[name, undefined]] : [])));
}

/** The npm that started us, else the one on the path, else the one beside Node. */
function npmCommand() {
	const beside = path.dirname(process.execPath);
	const candidates = [
		process.env.npm_execpath ?? "",
		...(process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, "npm")),
		path.join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
		path.join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
	];
	for (const candidate of candidates) {
		if (!candidate || !existsSync(candidate)) continue;
		const file = realpathSync(candidate);
		if (path.basename(file) === "npm-cli.js") return file;
	}
	throw new Error("npm was not found: it comes with Node (https://nodejs.org) or as the package npm of the system.");
}
