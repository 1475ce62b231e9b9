import { buildScreens } from "./screens.ts";

const started = performance.now();
try {
	await buildScreens();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
console.error(`  screens built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
