import path from "node:path";
import { areScreensFresh } from "./screens.ts";
import { run } from "./way-in/run.mjs";

// The builder works in a process of its own, so that its memory is given back before the desk runs.
if (!areScreensFresh()) {
	console.error("Building the screens (only when they changed) …");
	const code = await run(process.execPath, [path.join(import.meta.dirname, "build.ts")]);
	if (code !== 0) process.exit(code);
}
await import("../src/entrances/main.ts");
