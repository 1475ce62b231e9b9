import { runCli } from "../src/entrances/cli/main.ts";

process.exitCode = await runCli(process.argv.slice(2), process.env, console.log, console.error);
