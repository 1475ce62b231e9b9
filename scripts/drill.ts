import { compareWithOracle, oracleZones } from "../test/oracle/random-cases.ts";

/**
 * `npm run drill -- clocks [--cases=100000] [--seed=N]`: the engine against an oracle that counts minute by minute, around
 * every change of clock 2024–2030 in three zones. The seed is printed, so that a failure can be repeated.
 */
const words = process.argv.slice(2);
const option = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.split("=")[1];
const [subject] = words.filter((word) => !word.startsWith("--"));
if (subject !== "clocks") {
	console.error("npm run drill -- clocks [--cases=100000] [--seed=N]");
	process.exit(64);
}

const wanted = Number(option("cases") ?? 100_000);
const seed = Number(option("seed") ?? Math.floor(Math.random() * 2 ** 31));
const changesInYears = 14;
const perChange = Math.ceil(wanted / (oracleZones.length * changesInYears));
const shown = 5;

let total = 0;
let wrong = 0;
for (const [index, zone] of oracleZones.entries()) {
	const started = performance.now();
	const { cases, differences } = compareWithOracle(zone, perChange, seed + index);
	total += cases;
	wrong += differences.length;
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`${zone}: ${cases} cases, ${differences.length} differences, ${seconds} s`);
	for (const difference of differences.slice(0, shown)) console.log(`  ${difference}`);
}
console.log(`${total} cases, ${wrong} differences, seed ${seed}`);
process.exitCode = wrong === 0 && total >= wanted ? 0 : 1;
