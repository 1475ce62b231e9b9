import { buildScreens } from "./screens.ts";

const started = performance.now();
await buildScreens();
console.error(`  screens built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
