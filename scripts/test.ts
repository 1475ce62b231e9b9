import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { run } from "./way-in/run.mjs";

// `npm test` runs all but the journeys on the embedded database, or on PostgreSQL where DATABASE_URL names a server.
// `npm run journeys` runs the stories in a browser. Words choose files by their path; options go to Node's test runner.
const root = path.resolve(import.meta.dirname, "..");
const isJourneys = process.argv.includes("--journeys");
const given = process.argv.slice(2).filter((word) => word !== "--journeys");
const words = given.filter((word) => !word.startsWith("--"));
const options = given.filter((word) => word.startsWith("--"));

const files = fs
	.globSync(["src/**/*.test.ts", "test/**/*.test.ts"], { cwd: root })
	.map((file) => file.replaceAll(path.sep, "/"))
	.filter((file) => file.startsWith("test/journeys/") === isJourneys)
	.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
	.toSorted();

if (files.length === 0) {
	console.error(`No test file matches ${words.join(", ") || "anything"}.`);
	process.exit(1);
}

// A leak (an open connection, a timer, a job) keeps its file from ending: the limit makes it a failure.
const LIMIT_MS = isJourneys ? 300_000 : 180_000;
// Node leaves one core free; most of a test file's time is waiting for its database.
const atOnce = isJourneys ? 1 : os.availableParallelism();
const settings = ["--test", `--test-timeout=${LIMIT_MS}`, `--test-concurrency=${atOnce}`];
process.exit(await run(process.execPath, [...settings, ...options, ...files]));
