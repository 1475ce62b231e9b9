// First and second level at their screens with the keyboard alone, in either language; and the first minute of an empty desk.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { setUpToken } from "../../src/entrances/secrets-of-desk.ts";
import { shortName } from "../../src/web/console/queue/row.view.ts";
import receive from "../../src/desk/tickets/operations/receive.ts";
import { system } from "../support/desk.ts";
import { incident, type TicketCast, ticketCast, ticketUpTo } from "../support/tickets.ts";
import {
	button,
	deskOfToday,
	english,
	faultsOf,
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

const mail = {
	channel: "EMAIL",
	reporter: { name: "Uporabnica", email: "uporabnica@example.si" },
	body: "Ali je potrebno?",
} as const;

describe("at the screens, by keyboard", () => {
	let journey: Journey;
	let cast: TicketCast;
	let escalatedId = "";

	before(async () => {
		const desk = await deskOfToday();
		cast = await ticketCast(desk);
		await giveAccounts(desk, [cast.adviser, cast.techLead, cast.l2]);
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
		await page
			.locator(":focus")
			.and(field(page, say.t("ticket.note")))
			.waitFor();
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

	test("the palette: a ticket by words and by number, an act from the editor, the language; Esc gives the focus back", async () => {
		const { number } = await journey.running.perform(receive, system, { ...mail, subject: "Soglasje občine" });
		const page = await journey.signedIn("ekc-adviser@example.si");
		await page.locator("main table").waitFor();
		const palette = page.getByRole("dialog", { name: say.t("palette.title") });
		const command = async (words: string, name: string) => {
			await page.keyboard.press("Control+k");
			await palette.waitFor();
			await page.keyboard.type(words);
			await palette.getByRole("option", { name, selected: true }).waitFor();
			await page.keyboard.press("Enter");
			await palette.waitFor({ state: "detached" });
		};
		await command("soglasjem obcin", say.t("ticket.title", { number, subject: "Soglasje občine" }));
		await page.waitForURL(`/app/tickets/${number}`);
		const heading = page.getByRole("heading", { level: 1, name: /Soglasje občine/ });
		await heading.waitFor();

		await page.keyboard.press("n");
		const note = page.locator(":focus").and(field(page, say.t("ticket.note")));
		await note.waitFor();
		await page.keyboard.type("Začeto");
		await page.keyboard.press("Control+k");
		await palette.waitFor();
		assert.deepEqual(await faultsOf(page), []);
		await page.keyboard.press("Escape");
		await palette.waitFor({ state: "detached" });
		await note.waitFor();
		await page.keyboard.type(" in končano");
		assert.equal(await note.inputValue(), "Začeto in končano");

		await command("razvrstiti", say.t("ticket.triage"));
		await page.getByRole("form", { name: say.t("ticket.triage") }).waitFor();
		await page.keyboard.press("Control+k");
		await page.keyboard.type("zapri");
		const shut = palette.getByRole("option", { name: say.t("ticket.close"), exact: false, disabled: true }).first();
		await shut.waitFor();
		await page.keyboard.press("Enter");
		await shut.waitFor();
		await page.keyboard.press("Escape");

		await command("vrste neprevzeti", say.t("palette.view", { name: say.t("queue.view-unassigned") }));
		await page.waitForURL(/\/app\/queue\?view=unassigned/);
		await page.keyboard.press("Control+k");
		await page.keyboard.type(`#${number}`);
		await page.keyboard.press("Enter");
		await heading.waitFor();
		await command("english", say.t("app.toEnglish"));
		await page.getByRole("link", { name: english.t("app.queue"), exact: true }).waitFor();
		await page.context().close();
	});

	test("columns chosen by keyboard are there on another device", async () => {
		const page = await journey.signedIn("ekc-adviser@example.si");
		await page.locator("main table").waitFor();
		const channel = (of: Page) => of.getByRole("columnheader", { name: say.t("queue.channel"), exact: true });
		assert.equal(await channel(page).count(), 0);
		await tabTo(page, say.t("queue.columns"));
		await page.keyboard.press("Enter");
		const dialog = page.getByRole("dialog", { name: say.t("queue.columns") });
		await dialog.waitFor();
		assert.deepEqual(await faultsOf(page), []);
		await tabTo(page, say.t("queue.channel"));
		await page.keyboard.press("Space");
		await tabTo(page, say.t("queue.columnEarlier", { name: say.t("queue.channel") }));
		await page.keyboard.press("Enter");
		await tabTo(page, say.t("app.save"));
		await page.keyboard.press("Enter");
		await dialog.waitFor({ state: "detached" });
		await channel(page).waitFor();
		await page.context().close();
		const elsewhere = await journey.signedIn("ekc-adviser@example.si");
		await channel(elsewhere).waitFor();
		const heads = await elsewhere.getByRole("columnheader").allInnerTexts();
		assert.deepEqual(heads.slice(-2), [say.t("queue.channel"), say.t("queue.owner")]);
		await elsewhere.context().close();
	});

	test("arrivals wait until they are asked for; a colleague at the ticket is seen", async () => {
		const { number } = await journey.running.perform(receive, system, { ...mail, subject: "Prva zadeva" });
		const page = await journey.signedIn("ekc-adviser@example.si");
		const rows = page.locator("main tbody tr");
		await rows.first().waitFor();
		const before = await rows.count();
		for (const subject of ["Druga zadeva", "Tretja zadeva"])
			await journey.running.perform(receive, system, { ...mail, subject });
		const news = button(page, say.t("queue.newOnes", { n: 2 }));
		await news.waitFor();
		assert.equal(await rows.count(), before);
		await news.click();
		await page.getByText("Tretja zadeva").first().waitFor();
		assert.equal(await rows.count(), before + 2);

		await page.goto(`/app/tickets/${number}`);
		await page.getByRole("heading", { level: 1, name: /Prva zadeva/ }).waitFor();
		await page.keyboard.press("n");
		const writing = page.waitForResponse(
			(answer) => answer.url().endsWith("/presence") && (answer.request().postData() ?? "").includes("EDITING"),
		);
		await writing;
		const colleague = await journey.signedIn("ekc-tech-lead@example.si");
		await colleague.goto(`/app/tickets/${number}`);
		const name = shortName("Oseba ekc-adviser");
		await colleague.getByText(say.t("ticket.presence-EDITING", { name })).waitFor();
		await colleague.context().close();
		await page.context().close();
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
