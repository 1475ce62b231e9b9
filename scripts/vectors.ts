import { readFileSync } from "node:fs";
import { evaluateVector, type Vector } from "../src/desk/calendars/rules/vector.ts";

/**
 * `npm run -s vectors -- FILE.json`: holds the engine against cases of anyone's own, in the form of
 * `test/vectors/working-time.json`. One JSON line per case: `id` with `result`, or with `refusal` (and the entry it is about).
 */
const [file] = process.argv.slice(2);
if (file === undefined) {
	console.error("npm run -s vectors -- FILE.json");
	process.exit(64);
}
const lines = (JSON.parse(readFileSync(file, "utf8")) as readonly Vector[]).map((vector) =>
	JSON.stringify(evaluateVector(vector)),
);
process.stdout.write(lines.map((line) => `${line}\n`).join(""));
