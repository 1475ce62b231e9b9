import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";

const folder = path.resolve(import.meta.dirname, "../../docs/screenshots");

/** Keeps what is on screen for the README, when asked to: `PICTURES=on npm run journeys`. Other runs change no file. */
export async function keepPicture(page: Page, name: string): Promise<void> {
	if (process.env.PICTURES !== "on") return;
	fs.mkdirSync(folder, { recursive: true });
	await page.evaluate("document.fonts.ready.then(() => true)");
	await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
