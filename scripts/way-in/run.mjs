import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";

/** @type {readonly NodeJS.Signals[]} */
const passedOn = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs Node on a script in the foreground, signals passed on; gives its exit code (128 + number when a signal ended it).
 * The same Node comes first on the path of whatever the script starts.
 *
 * @param {string} node
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<number>}
 */
export function run(node, args, options = {}) {
	const env = { ...process.env, ...options.env };
	env.PATH = [path.dirname(node), env.PATH ?? ""].join(path.delimiter);
	/** @type {import("node:child_process").ChildProcess} */
	const child = spawn(node, args, { stdio: "inherit", ...options, env });
	const listeners = passedOn.map((signal) => {
		// From a terminal the whole group gets Ctrl-C already; passing it on would make it two.
		const listener = () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal));
		process.on(signal, listener);
		return { signal, listener };
	});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code, signal) => {
			for (const { signal: name, listener } of listeners) process.off(name, listener);
			resolve(code ?? 128 + os.constants.signals[signal ?? "SIGTERM"]);
		});
	});
}
