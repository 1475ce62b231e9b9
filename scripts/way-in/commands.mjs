/**
 * What can be asked for: the script that does it, on Node 26 with all packages there.
 *
 * @type {ReadonlyMap<string, { script: string, args: readonly string[], does: string }>}
 */
export const commands = new Map(
	Object.entries({
		start: { script: "scripts/start.ts", args: [], does: "build the screens when they changed, then run the desk" },
		test: { script: "scripts/test.ts", args: [], does: "run the tests; words after it choose files by path" },
		desk: { script: "scripts/desk.ts", args: [], does: "perform one operation from the command line" },
		check: { script: "scripts/check.ts", args: [], does: "format, lint, types, generated files, architecture" },
		generate: { script: "scripts/generate.ts", args: [], does: "write the files in generated/ again" },
		journeys: { script: "scripts/test.ts", args: ["--journeys"], does: "whole stories in a real browser" },
		bench: { script: "bench/main.ts", args: [], does: "measure every figure the README quotes" },
		vectors: { script: "scripts/vectors.ts", args: [], does: "hold working time against a file of cases" },
		drill: {
			script: "scripts/drill.ts",
			args: [],
			does: "clocks: working time against a count of minutes, 100 000 times",
		},
		build: { script: "scripts/build.ts", args: [], does: "build the screens" },
		format: { script: "scripts/format.ts", args: [], does: "format every file" },
	}),
);

/** @param {string} name */
export function explain(name) {
	const known = [...commands].map(([key, { does }]) => `  npm run -s ${key.padEnd(9)} ${does}`);
	return [name ? `There is no command "${name}". There are:` : "Commands:", ...known].join("\n");
}
