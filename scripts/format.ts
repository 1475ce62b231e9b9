import { run } from "./way-in/run.mjs";
import { tool } from "./tool.ts";

process.exit(await run(process.execPath, [tool("oxfmt"), ...process.argv.slice(2)]));
