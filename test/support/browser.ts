import { existsSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) =>
	existsSync(file),
);

/** A real Chromium: the one that `BROWSER_PATH` names, an installed one, else the one from the registry (Linux on x64). */
export async function openBrowser(): Promise<Browser> {
	const { chromium: driver } = await import("playwright-core");
	return driver.launch({
		executablePath: process.env.BROWSER_PATH ?? installed ?? (await packagedBrowser()),
		args: ["--no-sandbox", "--headless=shell", "--disable-gpu", "--disable-background-networking"],
		ignoreDefaultArgs: ["--headless"],
		headless: true,
	});
}

/** Unpacked once into the temporary folder; the variable makes the package unpack its own libraries too. */
async function packagedBrowser(): Promise<string> {
	process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x";
	const { default: chromium } = await import("@sparticuz/chromium");
	return chromium.executablePath();
}

/** A page of its own, in Slovenian and in the desk's time zone unless said otherwise. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({
		locale: "sl-SI",
		timezoneId: "Europe/Ljubljana",
		viewport: { width: 1440, height: 900 },
		...options,
	});
	const page = await context.newPage();
	page.setDefaultTimeout(15_000);
	return page;
}
