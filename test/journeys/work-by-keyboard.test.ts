// First and second level at their screens with the keyboard alone, in either language; and the first minute of an empty desk.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { setUpToken } from "../../src/entrances/secrets-of-desk.ts";
import { incident, type TicketCast, ticketCast, ticketUpTo } from "../support/tickets.ts";
import {
	button,
	deskOfToday,
	english,
	field,
	giveAccounts,
	type Journey,
	openJourney,
	password,
	signIn,
	slovenian as say,
} from "./support.ts";

/** Presses Tab until what has the focus carries the name; a mouse never helps. */
async function tabTo(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 80; presses += 1) {
		await page.keyboard.press("Tab");
		const focused = page.locator(":focus");
		if ((await focused.count()) === 0) continue;
		const said = await focused.ariaSnapshot();
		if (said.includes(`"${name}"`) || said.includes(`"${name} `)) return;
	}
	assert.fail(`Tab does not lead to ${name}`);
}

describe("at the screens, by keyboard", () => {
	let journey: Journey;
	let cast: TicketCast;
	let escalatedId = "";

	before(async () => {
		const desk = await deskOfToday();
		cast = await ticketCast(desk);
		await giveAccounts(desk, [cast.adviser, cast.l2]);
		escalatedId = (await ticketUpTo(desk, cast, "escalatedL2", { category: incident.category })).id;
		journey = await openJourney({ database: desk.database });
	});
	after(() => journey.close());

	test("a call: c, caller and subject, Enter; n writes a note of it", async () => {
		const page = await journey.signedIn("ekc-adviser@example.si");
		await page.locator("main table").waitFor();
		await page.keyboard.press("c");
		await page
			.locator(":focus")
			.and(field(page, say.t("call.caller")))
			.waitFor();
		await page.keyboard.type("Uporabnica Be");
		await tabTo(page, say.t("call.subject"));
		await page.keyboard.type("Kako podaljšam pooblastilo?");
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/app\/tickets\/\d+/);
		await page.getByRole("heading", { level: 1, name: /Kako podaljšam pooblastilo\?/ }).waitFor();
		await page.keyboard.press("n");
		await page.getByRole("tab", { name: say.t("ticket.note"), selected: true }).waitFor();
		const note = page.locator(":focus").and(field(page, say.t("ticket.note")));
		do await tabTo(page, say.t("ticket.note"));
		while ((await note.count()) === 0);
		await page.keyboard.type("Poklicati nazaj po 14. uri.");
		await page.keyboard.press("Control+Enter");
		await page.getByText("Poklicati nazaj po 14. uri.").and(page.locator(":not(textarea)")).first().waitFor();
		await page.keyboard.press("Shift+Tab");
		await page.keyboard.press("g");
		await page.keyboard.press("q");
		await page.waitForURL(/\/app\/queue/);
		await page.keyboard.press("?");
		await page.getByRole("dialog", { name: say.t("app.keys") }).waitFor();
		await page.keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "detached" });
		await page.context().close();
	});

	test("d tells why, at an address of its own; Esc gives the focus back and stays on the ticket", async () => {
		const page = await journey.signedIn("ekc-adviser@example.si");
		await page.goto(`/app/tickets/${escalatedId}`);
		const pill = page.locator("main header button[aria-haspopup=dialog]").first();
		await pill.waitFor();
		await page.locator("main aside").getByRole("img").first().waitFor();
		const account = page.getByRole("dialog", { name: say.t("time.title") });
		await page.keyboard.press("d");
		await account.getByText(say.t("why.account"), { exact: true }).waitFor();
		const address = page.url();
		assert.match(address, /\?why=[0-9a-f-]{36}$/);
		await page.keyboard.press("Escape");
		await account.waitFor({ state: "detached" });
		assert.match(page.url(), new RegExp(`/app/tickets/${escalatedId}$`));
		await pill.focus();
		await page.keyboard.press("Enter");
		await account.waitFor();
		await page.keyboard.press("Escape");
		await account.waitFor({ state: "detached" });
		await page.locator(":focus").and(pill).waitFor();
		await page.context().close();
		const another = await journey.signedIn("l2.tehnika@example.si");
		await another.goto(address.replace("/tickets/", "/second-level/"));
		await another
			.getByRole("dialog", { name: say.t("time.title") })
			.getByText(say.t("why.account"), { exact: true })
			.waitFor();
		await another.context().close();
	});

	test("second level acknowledges and solves in its workspace", async () => {
		const page = await journey.signedIn("l2.tehnika@example.si");
		await page.waitForURL(/\/app\/second-level/);
		const ticket = page.locator("main table a[href^='/app/second-level/']");
		await tabTo(page, (await ticket.innerText()).trim());
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/app\/second-level\/\d+/);
		await button(page, say.t("ticket.acknowledge")).waitFor();
		await tabTo(page, say.t("ticket.acknowledge"));
		await page.keyboard.press("Enter");
		await tabTo(page, say.t("ticket.externalReference"));
		await page.keyboard.type("INC-4711");
		await page.keyboard.press("Enter");
		await page.getByText(say.t("words.state-acknowledgedL2"), { exact: true }).first().waitFor();
		await tabTo(page, say.t("ticket.solveAtSecondLevel"));
		await page.keyboard.press("Enter");
		await tabTo(page, say.t("ticket.solution"));
		await page.keyboard.type("Strežnik je bil preobremenjen; popravljeno.");
		const form = page.getByRole("form", { name: say.t("ticket.solveAtSecondLevel") });
		await tabTo(page, say.t("ticket.knowledgeCandidate"));
		await tabTo(page, say.t("ticket.solveAtSecondLevel"));
		await page.keyboard.press("Enter");
		await form.waitFor({ state: "detached" });
		await page.getByText(say.t("words.state-solved"), { exact: true }).first().waitFor();
	});

	test("the language changes in place and is still there at the next visit", async () => {
		const page = await journey.signedIn("ekc-adviser@example.si");
		await button(page, say.t("app.account")).click();
		await page.getByRole("menuitem", { name: say.t("app.toEnglish") }).click();
		await page.getByRole("link", { name: english.t("app.queue"), exact: true }).waitFor();
		assert.equal(await page.locator("html").getAttribute("lang"), "en");
		await page.reload();
		await page.getByRole("link", { name: english.t("app.queue"), exact: true }).waitFor();
		await page.context().close();
	});

	test("no page complained", () => assert.deepEqual(journey.complaints, []));
});

describe("an empty desk without the demo", () => {
	let journey: Journey;
	before(async () => {
		journey = await openJourney({ settings: { DEMO: "off" } });
	});
	after(() => journey.close());

	test("a false token makes nobody; the one from the log makes the first administrator, once", async () => {
		const token = await setUpToken(journey.running.database);
		assert.ok(token);
		const page = await journey.page();
		await page.goto(`/app/set-up?token=${token}x`);
		await field(page, say.t("signIn.organisation")).fill("Kontaktni center");
		await field(page, say.t("signIn.name")).fill("Prva Skrbnica");
		await field(page, say.t("signIn.email")).fill("prva@example.si");
		await page.locator("input[type=password]").fill(password);
		await button(page, say.t("signIn.create")).click();
		await page.getByRole("alert").waitFor();
		await field(page, say.t("signIn.token")).fill(token);
		await button(page, say.t("signIn.create")).click();
		await page.getByText(say.t("signIn.setUpClosed"), { exact: true }).waitFor();
		await signIn(page, "prva@example.si", password);
		await page.goto("/app/people");
		await page.getByText("Prva Skrbnica").first().waitFor();
	});
});
