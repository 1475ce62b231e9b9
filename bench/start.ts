import { spawn } from "node:child_process";
import path from "node:path";
import { pause } from "./smtp-load.ts";
import type { Place } from "./scratch.ts";

const main = path.resolve(import.meta.dirname, "../src/entrances/main.ts");

/** Milliseconds from the start of the process until it answers `/readyz`, on a database that is already there. */
export async function warmStart(place: Place, port: number): Promise<number> {
	const began = performance.now();
	const child = spawn(process.execPath, [main], {
		stdio: "ignore",
		env: {
			...process.env,
			PORT: String(port),
			SMTP_PORT: "0",
			DEMO: "off",
			LOG_LEVEL: "error",
			DATA_DIR: place.folder,
			DATABASE_URL: place.url ?? "",
		},
	});
	const ended = new Promise((resolve) => child.once("exit", resolve));
	try {
		while (performance.now() - began < 60_000) {
			const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
				(answer) => answer.ok,
				() => false,
			);
			if (isReady) return performance.now() - began;
			await pause(10);
		}
		throw new Error("not ready within a minute");
	} finally {
		child.kill("SIGTERM");
		await ended;
	}
}
