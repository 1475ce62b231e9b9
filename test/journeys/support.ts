// A whole desk with its screens, its worker and its mail door, and people who come to it with a browser.
import assert from "node:assert/strict";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { createTransport } from "nodemailer";
import type { Browser, BrowserContextOptions, Locator, Page, Request } from "playwright-core";
import { areScreensFresh, buildScreens } from "../../scripts/screens.ts";
import { type RunningDesk, startDesk, type StartOptions } from "../../src/entrances/start-desk.ts";
import giveAccount from "../../src/entrances/story/give-account.ts";
import type { PersonActor } from "../../src/kernel/actor.ts";
import { systemClock } from "../../src/platform/clock.ts";
import en from "../../src/web/text/en/catalogue.ts";
import sl from "../../src/web/text/sl/catalogue.ts";
import { type Speech, speech } from "../../src/web/text/speech.ts";
import { openBrowser, openPage } from "../support/browser.ts";
import { openTestDatabase } from "../support/database.ts";
import { openTestDesk, system, type TestDesk, testSettings } from "../support/desk.ts";

/** Names of controls come from the catalogues; no journey copies a sentence. */
export const slovenian: Speech = speech("sl", sl);
export const english: Speech = speech("en", en);

export const password = "geslo za potovanje";

export type Journey = {
	readonly running: RunningDesk;
	readonly browser: Browser;
	readonly address: string;
	/** What the pages of this journey complained about: exceptions and errors on the console. Empty when all is well. */
	readonly complaints: string[];
	page(options?: BrowserContextOptions): Promise<Page>;
	/** A page of a person who has come in through the sign-in form. */
	signedIn(email: string, options?: BrowserContextOptions & { secret?: string }): Promise<Page>;
	/** One mail over real SMTP to the desk's door. */
	mail(mail: { from: string; to: string; subject: string; text: string; inReplyTo?: string }): Promise<void>;
	/** The newest mail in the sink to an address, once one is there whose subject has the words. */
	mailTo(recipient: string, words: string): Promise<SunkMail>;
	close(): Promise<void>;
};

export type SunkMail = {
	readonly subject: string;
	readonly text: string;
	readonly replyTo: string;
	readonly messageId: string;
};

const freePort = (): Promise<number> =>
	new Promise((resolve) => {
		const probe = net.createServer();
		probe.listen(0, "127.0.0.1", () => {
			const { port } = probe.address() as net.AddressInfo;
			probe.close(() => resolve(port));
		});
	});

/** The screens as they are now, a running desk on the real clock, one browser. `database`: one that already holds something. */
export async function openJourney(
	options: Pick<StartOptions, "database" | "prepare"> & { readonly settings?: Record<string, string> } = {},
): Promise<Journey> {
	if (!areScreensFresh()) await buildScreens();
	const port = await freePort();
	const address = `http://127.0.0.1:${port}`;
	const running = await startDesk(
		testSettings({ DEMO: "on", SMTP_PORT: "0", PORT: String(port), BASE_URL: address, ...options.settings }),
		{ database: options.database ?? (await openTestDatabase()), ...(options.prepare && { prepare: options.prepare }) },
	);
	const browser = await openBrowser();
	const complaints: string[] = [];

	const page: Journey["page"] = async (wishes = {}) => {
		const opened = await openPage(browser, { baseURL: address, reducedMotion: "reduce", ...wishes });
		countRequests(opened);
		opened.on("pageerror", (error) => complaints.push(`${opened.url()}: ${error.message}`));
		opened.on("console", (line) => {
			if (line.type() === "error" && !isExpected(line.text())) complaints.push(`${opened.url()}: ${line.text()}`);
		});
		return opened;
	};

	return {
		running,
		browser,
		address,
		complaints,
		page,
		async signedIn(email, { secret = password, ...wishes } = {}) {
			const opened = await page(wishes);
			await signIn(opened, email, secret);
			return opened;
		},
		async mail({ inReplyTo, ...rest }) {
			const transport = createTransport({ host: "127.0.0.1", port: running.ports.smtp, ignoreTLS: true });
			await transport.sendMail({ ...rest, ...(inReplyTo && { inReplyTo, references: inReplyTo }) });
			transport.close();
		},
		mailTo: (recipient, words) =>
			until(async () => {
				const row = await running.database.read((tx) =>
					tx
						.selectFrom("sent_mail")
						.innerJoin("outbox", "outbox.id", "sent_mail.outbox_id")
						.select(["subject", "body_text", "reply_to", "message_id"])
						.where("recipient", "=", recipient)
						.where((eb) => eb.or([eb("subject", "like", `%${words}%`), eb("body_text", "like", `%${words}%`)]))
						.orderBy("sent_mail.at", "desc")
						.executeTakeFirst(),
				);
				if (!row) return null;
				const { subject, body_text: text, reply_to: replyTo, message_id: messageId } = row;
				return { subject, text, replyTo: replyTo ?? "", messageId };
			}),
		async close() {
			await browser.close();
			await running.close();
		},
	};
}

/** Who is not signed in yet is told so by 401; the browser writes that down by itself. */
const isExpected = (line: string): boolean => line.includes("401");

export async function signIn(page: Page, email: string, secret: string, say: Speech = slovenian): Promise<void> {
	await page.goto("/app/sign-in");
	await page.getByRole("textbox", { name: say.t("signIn.email"), exact: true }).fill(email);
	await page.locator("input[type=password]").fill(secret);
	await page.getByRole("button", { name: say.t("signIn.submit"), exact: true }).click();
	await button(page, say.t("app.account")).waitFor();
}

/** A desk at the present moment whose past is entered by operations before its doors open. */
export const deskOfToday = (): Promise<TestDesk> => openTestDesk({ at: systemClock.now().toString() });

/** Accounts for people of `deskOfToday`, all with the journey's password; a person's address follows from the handle. */
export async function giveAccounts(desk: TestDesk, people: Iterable<PersonActor>): Promise<void> {
	for (const { personId } of people) await desk.perform(giveAccount, system, { id: personId, password });
}

/** Asks again and again until there is an answer: mail and reactions of the worker have no other sign. */
export async function until<T>(ask: () => Promise<T | null>, limitMs = 20_000): Promise<T> {
	const end = performance.now() + limitMs;
	for (;;) {
		const found = await ask();
		if (found !== null) return found;
		assert.ok(performance.now() < end, `waited ${limitMs} ms in vain`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** A field to write in by its name; `getByLabel` would count the star of a required one in. */
export const field = (page: Page | Locator, name: string): Locator => page.getByRole("textbox", { name, exact: true });
export const button = (page: Page | Locator, name: string): Locator => page.getByRole("button", { name, exact: true });

/** Chooses from a list that opens; waits for the list to close, so that it covers nothing. */
export async function choose(page: Page, name: string, option: string | RegExp): Promise<void> {
	const input = page
		.locator("input[aria-haspopup=listbox]")
		.and(page.getByRole("textbox", { name, exact: true }).or(page.getByRole("combobox", { name, exact: true })));
	await input.click();
	await page.getByRole("option", { name: option }).first().click();
	await page.getByRole("listbox").waitFor({ state: "hidden" });
}

const axe = fs.readFileSync(path.resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** What axe has against the page as it stands: rule and place, one line each. */
export async function faultsOf(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	return page.evaluate(
		`axe.run(document, { runOnly: ${JSON.stringify(standards)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + " " + target.join(" ") + " " + failureSummary.split("\\n").slice(1, 2).join(""))))`,
	);
}

/** Whether a page is wider than the window, so that reading it would need scrolling to the side. */
export const isCut = (page: Page): Promise<boolean> =>
	page.evaluate("document.documentElement.scrollWidth > innerWidth");

const unanswered = new WeakMap<Page, Set<Request>>();

/** Keeps account of what a page still waits for; the stream of live changes never ends and is left out. */
function countRequests(page: Page): void {
	const open = new Set<Request>();
	unanswered.set(page, open);
	page.on("request", (request) => {
		if (!request.url().endsWith("/live")) open.add(request);
	});
	page.on("requestfinished", (request) => open.delete(request));
	page.on("requestfailed", (request) => open.delete(request));
}

/** Waits until the page has its content: a heading or a list stands, nothing more is asked for, fonts are there. */
export async function settled(page: Page): Promise<void> {
	await page.locator("main").locator("h1, h2, table").first().waitFor();
	const drawn = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
	await until(async () => {
		if (unanswered.get(page)?.size !== 0) return null;
		await page.evaluate(drawn);
		return unanswered.get(page)?.size === 0 ? true : null;
	});
	await page.evaluate("document.fonts.ready.then(() => true)");
}
