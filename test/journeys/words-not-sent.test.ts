// An adviser writes: drafts that follow to another device, a reply called back in time, and what closing the window does not do.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { type TicketCast, ticketCast, ticketUpTo } from "../support/tickets.ts";
import {
	button,
	choose,
	deskOfToday,
	faultsOf,
	field,
	giveAccounts,
	type Journey,
	openJourney,
	slovenian as say,
	until,
} from "./support.ts";

const adviser = "ekc-adviser@example.si";
const words = "Spoštovani, napako odpravljamo.";
const user = "uporabnica@example.si";

describe("words not sent yet", () => {
	let journey: Journey;
	let cast: TicketCast;
	let address: string;
	let id: string;

	before(async () => {
		const desk = await deskOfToday();
		cast = await ticketCast(desk);
		await giveAccounts(desk, [cast.adviser, cast.head, cast.contentLead]);
		({ id } = await ticketUpTo(desk, cast, "inProgressL1"));
		address = `/app/tickets/${id}`;
		journey = await openJourney({ database: desk.database });
	});
	after(() => journey.close());

	const reply = (page: Page) => field(page, say.t("ticket.reply"));
	const bodyOnDesk = () =>
		journey.running.database.read(async (tx) => {
			const row = await tx
				.selectFrom("ticket_draft")
				.select("body")
				.where("ticket_id", "=", id)
				.where("person_id", "=", cast.adviser.personId)
				.where("audience", "=", "USER")
				.executeTakeFirst();
			return row?.body;
		});
	const kept = (text: string) => until(async () => ((await bodyOnDesk()) === text ? true : null));
	const sent = () =>
		journey.running.database.read((tx) =>
			tx.selectFrom("outbox").select("body_text").where("about_id", "=", id).where("recipient", "=", user).execute(),
		);
	test("are there after loading anew and in another browser, and only for who wrote them", async () => {
		const page = await journey.signedIn(adviser);
		await page.goto(address);
		await reply(page).fill(words);
		await page.getByText(say.t("ticket.draft", { time: "" }).trim()).waitFor();
		await kept(words);
		await page.reload();
		await until(async () => ((await reply(page).inputValue()) === words ? true : null));
		const other = await journey.signedIn(adviser);
		await other.goto(address);
		await until(async () => ((await reply(other).inputValue()) === words ? true : null));
		const head = await journey.signedIn("ekc-head@example.si");
		await head.goto(address);
		await reply(head).waitFor();
		assert.equal(await reply(head).inputValue(), "");
		for (const one of [page, other, head]) await one.context().close();
	});

	test("changed on two devices are a choice; both can stay", async () => {
		const here = await journey.signedIn(adviser);
		await here.goto(address);
		await until(async () => ((await reply(here).inputValue()) === words ? true : null));
		await here.context().setOffline(true);
		await reply(here).fill(`${words} Lep pozdrav.`);
		await here.getByText(say.t("ticket.draftHere")).waitFor();
		const there = await journey.signedIn(adviser);
		await there.goto(address);
		await until(async () => ((await reply(there).inputValue()) === words ? true : null));
		await reply(there).fill("S telefona.");
		await kept("S telefona.");
		await there.context().close();
		await here.context().setOffline(false);
		await button(here, say.t("ticket.draftBoth")).click();
		await kept(`${words} Lep pozdrav.\n\nS telefona.`);
		await reply(here).fill(words);
		await kept(words);
		await here.context().close();
	});

	test("sent and undone they are back as they were, and nothing went out", async () => {
		const page = await journey.signedIn(adviser);
		await page.goto(address);
		await until(async () => ((await reply(page).inputValue()) === words ? true : null));
		await choose(page, say.t("ticket.whatToSend"), say.t("ticket.send-interimReply"));
		await button(page, say.t("ticket.sendTo", { address: user })).click();
		await button(page, say.t("ticket.undo")).waitFor();
		assert.deepEqual(await faultsOf(page), []);
		await page.keyboard.press("u");
		await page.locator(":focus").and(reply(page)).waitFor();
		assert.equal(await reply(page).inputValue(), words);
		const kind = page.locator(`input[aria-label="${say.t("ticket.whatToSend")}"]`);
		assert.equal(await kind.inputValue(), say.t("ticket.send-interimReply"));
		assert.equal((await sent()).filter(({ body_text }) => body_text.includes(words)).length, 0);
		await page.context().close();
	});

	test("sent go out though the window was closed, once, and the draft is empty", async () => {
		const page = await journey.signedIn(adviser);
		await page.goto(address);
		await until(async () => ((await reply(page).inputValue()) === words ? true : null));
		await button(page, say.t("ticket.sendTo", { address: user })).click();
		await button(page, say.t("ticket.undo")).waitFor();
		await page.context().close();
		await journey.mailTo(user, words);
		await kept("");
		assert.equal((await sent()).filter(({ body_text }) => body_text.includes(words)).length, 1);
	});

	test("a lead keeps a canned reply; by / and the keyboard alone it stands filled in, and is not sent", async () => {
		const lead = await journey.signedIn("ekc-content-lead@example.si");
		await lead.goto("/app/replies");
		await button(lead, say.t("replies.add")).click();
		await field(lead, say.t("replies.name")).fill("Čakamo na odgovor");
		await field(lead, say.t("replies.sl")).fill("{{storitev}} (št. {{številka}})");
		await button(lead, say.t("app.save")).click();
		await lead.getByText(say.reason({ code: "variable-without-fallback", details: { name: "storitev" } })).waitFor();
		await field(lead, say.t("replies.sl")).fill("{{uporabnik|Spoštovani}}, o {{storitev|storitvi}} še čakamo.");
		assert.deepEqual(await faultsOf(lead), []);
		await button(lead, say.t("app.save")).click();
		await lead.getByRole("dialog").waitFor({ state: "detached" });
		await button(lead, say.t("replies.editNamed", { name: "Čakamo na odgovor" })).waitFor();
		await lead.context().close();

		const page = await journey.signedIn(adviser);
		await page.goto(address);
		await reply(page).focus();
		await page.keyboard.type("Dober dan. /cak");
		const list = page.getByRole("listbox", { name: say.t("replies.title") });
		await list.getByRole("option", { name: "Čakamo na odgovor", selected: true }).waitFor();
		assert.deepEqual(await faultsOf(page), []);
		await page.keyboard.press("Escape");
		await list.waitFor({ state: "detached" });
		await page.keyboard.press("Backspace");
		await list.waitFor({ state: "detached" });
		await page.keyboard.press("Backspace");
		await page.keyboard.press("Backspace");
		await page.keyboard.press("Backspace");
		await page.keyboard.type("/");
		await list.waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Control+Enter");
		await list.waitFor({ state: "detached" });
		const filled = "Dober dan. Uporabnica Aa, o eOkence (izmišljena storitev) še čakamo.";
		assert.equal(
			(await reply(page).inputValue()).replaceAll(/o eOkence.* še/g, "o eOkence (izmišljena storitev) še"),
			filled,
		);
		await kept(await reply(page).inputValue());
		await page.context().close();
	});

	// The browser itself writes down that there was no connection, and the refusal that made the choice (409).
	test("no page complained", () =>
		assert.deepEqual(
			journey.complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|409 \(Conflict\)/.test(line)),
			[],
		));
});
