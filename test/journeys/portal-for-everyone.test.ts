// The portal in a real browser without scripts: the whole way from the home page to a reply, then every page on it looked at
// by axe in both languages, light and dark, on a phone and on a desk.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Browser, Page } from "playwright-core";
import { portal } from "../../src/entrances/portal/portal.ts";
import { openBrowser, openPage } from "../support/browser.ts";
import { openTestDesk, operations, type TestDesk } from "../support/desk.ts";
import { keepPicture } from "../support/pictures.ts";
import { buildPortal } from "../support/portal.ts";
import { supportedService } from "../support/supported-service.ts";
import { openTestWeb } from "../support/web.ts";

const axe = fs.readFileSync(path.resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const phone = { width: 360, height: 740 };

let desk: TestDesk;
let app: FastifyInstance;
let browser: Browser;
let bundle: string;
let address: string;
let tracking = "";

before(async () => {
	desk = await openTestDesk({ settings: { DEMO: "on" } });
	await supportedService(desk, "eokence");
	bundle = await buildPortal();
	app = await openTestWeb(desk, { doors: [portal({ ...desk, operations, smtpPort: () => 0, bundle })] });
	address = await app.listen({ host: "127.0.0.1", port: 0 });
	browser = await openBrowser();
});
after(async () => {
	await browser.close();
	await app.close();
	await desk.close();
	fs.rmSync(path.dirname(bundle), { recursive: true });
});

describe("without scripts, on a phone", () => {
	let page: Page;
	before(async () => {
		page = await openPage(browser, { javaScriptEnabled: false, viewport: phone });
	});
	after(() => page.context().close());

	test("from the home page over the service to the form, which says what is missing and keeps what is there", async () => {
		await page.goto(address);
		await page.locator(".cards a").first().click();
		await page.locator("a.button").click();
		assert.equal(await page.locator("input[name=service]:checked").getAttribute("value"), "EOKENCE");
		await page.locator("#subject").fill("Napaka 500 ob oddaji vloge");
		await page.locator("button").click();
		assert.equal(await page.locator(".errors a").count(), 2);
		assert.equal(await page.locator("#subject").inputValue(), "Napaka 500 ob oddaji vloge");
		assert.equal(await page.locator("input[name=service]:checked").getAttribute("value"), "EOKENCE");
	});
	test("with a file to the number, the link and the tracking page", async () => {
		await page.locator("#body").fill("Že od jutra dobivam napako 500.");
		await page.locator("[id='reporter.email']").fill("uporabnik.c@example.si");
		await page
			.locator("#attachments")
			.setInputFiles({ name: "posnetek.txt", mimeType: "text/plain", buffer: Buffer.from("500") });
		await page.locator("button").click();
		await page.locator("a.button").click();
		tracking = page.url();
		assert.equal(await page.locator("h1").textContent(), "Napaka 500 ob oddaji vloge");
		assert.equal(await page.locator(".messages .theirs").count(), 1);
	});
	test("a reply joins the conversation, and reloading repeats nothing", async () => {
		await page.locator("#body").fill("Zdaj dela.");
		await page.locator("button").click();
		assert.equal(await page.locator("[role=status]").count(), 1);
		await keepPicture(page, "portal-tracking-phone");
		await page.reload();
		assert.equal(await page.locator(".messages .theirs").count(), 2);
	});
	test("by keyboard alone: the skip link is first and leads to the content", async () => {
		await page.goto(address);
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.waitForURL(/#content$/);
		await page.keyboard.press("Tab");
		assert.equal(await page.locator("main input#iskanje:focus").count(), 1);
	});
});

const looks = [
	{ name: "phone, light, Slovenian", viewport: phone, colorScheme: "light", language: "sl" },
	{ name: "phone, dark, English", viewport: phone, colorScheme: "dark", language: "en" },
	{ name: "desk, light, Slovenian", viewport: { width: 1440, height: 900 }, colorScheme: "light", language: "sl" },
	{ name: "desk, dark, Slovenian", viewport: { width: 1440, height: 900 }, colorScheme: "dark", language: "sl" },
] as const;

for (const { name, language, ...look } of looks) {
	test(`nothing for axe to say and nothing cut off: ${name}`, async () => {
		const page = await openPage(browser, { ...look, bypassCSP: true });
		const pages = [
			"/",
			"/?iskanje=termin",
			"/storitve/EOKENCE",
			"/vprasanje",
			"/dostopnost",
			"/posta",
			"/prejeto",
			"/neznano",
			new URL(tracking).pathname,
		];
		for (const where of pages) {
			await page.goto(`${address}${where}?lang=${language}`);
			await page.evaluate(axe);
			const said: unknown = await page.evaluate(
				`axe.run(document, { runOnly: ${JSON.stringify(standards)} }).then(({ violations }) => violations.map(({ id }) => id))`,
			);
			assert.deepEqual(said, [], where);
			if (name === "desk, light, Slovenian" && where.startsWith("/storitve/"))
				await keepPicture(page, "portal-service");
			assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false, where);
		}
		await page.context().close();
	});
}
