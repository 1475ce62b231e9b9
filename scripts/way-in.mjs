// The way in to every command: `node scripts/way-in.mjs <command> [arguments]`. Runs on Node 20 without any package:
// brings Node 26 into the project where the machine has an older one, installs the packages exactly as the lockfile says,
// then runs the command. Nothing outside the project's folder is written, but npm's own cache.
import module from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { commands, explain } from "./way-in/commands.mjs";
import { installPackages } from "./way-in/packages.mjs";
import { endWithNpm } from "./way-in/parent.mjs";
import { run } from "./way-in/run.mjs";
import { isRecent, recentNode } from "./way-in/runtime.mjs";

const wayIn = fileURLToPath(import.meta.url);
const root = path.dirname(path.dirname(wayIn));
const [name = "", ...rest] = process.argv.slice(2);
const command = commands.get(name);

if (!command) {
	console.error(explain(name));
	process.exit(2);
}

process.chdir(root);
endWithNpm();
const here = isRecent(process.versions.node);
try {
	if (here) await installPackages(root, process.execPath);
	else process.exit(await run(await recentNode(root), [wayIn, name, ...rest]));
} catch (error) {
	console.error(`\n${error instanceof Error ? error.message : error}`);
	process.exit(1);
}
// Compiled code is kept between starts, here and in every process we start: half a second less per start, and per test file.
process.env.NODE_COMPILE_CACHE = path.join(root, "node_modules", ".cache", "node");
module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
const script = path.join(root, command.script);
process.argv = [process.execPath, script, ...command.args, ...rest];
process.env.PATH = [path.dirname(process.execPath), process.env.PATH ?? ""].join(path.delimiter);
await import(pathToFileURL(script).href);
