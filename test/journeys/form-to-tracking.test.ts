// One question from the public form to the answer on its tracking page: first level in the console, second level by nothing
// but mail.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { type TicketCast, ticketCast } from "../support/tickets.ts";
import {
	button,
	choose,
	deskOfToday,
	field,
	giveAccounts,
	type Journey,
	openJourney,
	slovenian as say,
	type SunkMail,
} from "./support.ts";

const user = "uporabnik.c@example.si";
const subject = "Napaka 500 pri potrditvi termina";

let journey: Journey;
let cast: TicketCast;

before(async () => {
	const desk = await deskOfToday();
	cast = await ticketCast(desk);
	await giveAccounts(desk, [cast.adviser]);
	journey = await openJourney({ database: desk.database });
});
after(() => journey.close());

async function fillForm(page: Page): Promise<void> {
	await page.goto("/storitve/EOKENCE");
	await page.locator("main a.button").first().click();
	await page.locator("#subject").fill(subject);
	await page.locator("#body").fill("Že od jutra poskušam potrditi termin. Vsakič dobim napako 500.");
	await page.locator("[id='reporter.email']").fill(user);
}

type Written = { readonly name: string; readonly value: string };

const ticketsOf = async (words: string): Promise<number> => {
	const { rows } = await journey.running.database.pool.query("select 1 from ticket where subject = $1", [words]);
	return rows.length;
};

describe("a question, answered by second level through mail", () => {
	let tracking = "";
	let number = "";
	let citizen: Page;
	let adviser: Page;
	let handedOver: SunkMail;

	test("the form gives a number and a link; a second click on the button is the same ticket", async () => {
		citizen = await journey.page();
		await fillForm(citizen);
		await citizen.locator("main form button[type=submit]").dblclick();
		const link = citizen.locator("main a.button");
		await link.waitFor();
		tracking = (await link.getAttribute("href")) ?? "";
		number = /\d+/.exec(await citizen.locator("main").innerText())?.[0] ?? "";
		assert.equal(await ticketsOf(subject), 1);
	});

	test("Back and sent again unchanged is the same ticket; changed, or asked anew, it is another", async () => {
		const page = await journey.page();
		const send = async () => {
			await page.locator("main form button[type=submit]").click();
			await page.locator("main a.button").waitFor();
			return /\d+/.exec(await page.locator("main").innerText())?.[0];
		};
		await fillForm(page);
		await page.locator("#subject").fill("Nazaj in znova");
		const first = await send();
		await page.goBack();
		assert.equal(await page.locator("#subject").inputValue(), "Nazaj in znova");
		assert.equal(await send(), first);
		assert.equal(await ticketsOf("Nazaj in znova"), 1);
		await page.goBack();
		await page.locator("#body").fill("Zdaj je drugače.");
		assert.notEqual(await send(), first);
		await fillForm(page);
		await page.locator("#subject").fill("Nazaj in znova");
		assert.notEqual(await send(), first);
		assert.equal(await ticketsOf("Nazaj in znova"), 3);
	});

	test("the same form that reaches the desk twice is one ticket", async () => {
		const page = await journey.page();
		await fillForm(page);
		await page.locator("#subject").fill("Poslano dvakrat");
		const inputs = page.locator(
			"main form input:not([type=radio], [type=file]), main form input:checked, main form textarea",
		);
		const written = await inputs.evaluateAll((all) =>
			all.map((one) => [(one as Written).name, (one as Written).value]),
		);
		const headers = { origin: journey.address };
		await page.request.post("/vprasanje", {
			headers,
			multipart: Object.fromEntries(written) as Record<string, string>,
		});
		await page.locator("main form button[type=submit]").click();
		await page.locator("main a.button").waitFor();
		assert.equal(await ticketsOf("Poslano dvakrat"), 1);
		await page.context().close();
	});

	test("without scripts it is the same form", async () => {
		const page = await journey.page({ javaScriptEnabled: false });
		await fillForm(page);
		await page.locator("#subject").fill("Drugo vprašanje");
		await page.locator("main form button[type=submit]").click();
		await page.locator("main a.button").waitFor();
		assert.equal(await ticketsOf("Drugo vprašanje"), 1);
		await page.context().close();
	});

	test("the user is told the number by mail", async () => {
		const receipt = await journey.mailTo(user, tracking);
		assert.ok(receipt.text.includes(number));
	});

	test("the adviser finds it in the queue, opens it and takes it", async () => {
		adviser = await journey.signedIn("ekc-adviser@example.si");
		await button(adviser, subject).click();
		await button(adviser, say.t("ticket.take")).click();
		await adviser
			.getByText(say.t("words.state-inProgressL1"))
			.or(button(adviser, say.t("ticket.triage")))
			.first()
			.waitFor();
	});

	test("triage shows the priority before it is saved", async () => {
		await button(adviser, say.t("ticket.triage")).click();
		await choose(adviser, say.t("ticket.type"), say.t("words.type-INCIDENT"));
		await choose(adviser, say.t("ticket.category"), /T2\.2/);
		await adviser.getByRole("radio", { name: say.t("words.effect-BLOCKED") }).check();
		const others = adviser.getByRole("checkbox", { name: say.t("ticket.requiresOtherBodies"), exact: true });
		await others.uncheck();
		await adviser
			.getByText(say.t("ticket.computed", { priority: say.t("words.priority-CRITICAL") }), { exact: true })
			.waitFor();
		await button(adviser, say.t("ticket.saveTriage")).click();
		await button(adviser, say.t("ticket.saveTriage")).waitFor({ state: "detached" });
	});

	test("the hand-over names both due times on its button and reaches second level by mail", async () => {
		await button(adviser, say.t("ticket.handOver")).click();
		await field(adviser, say.t("ticket.summary")).fill("Napaka 500 v treh brskalnikih.");
		const form = adviser.getByRole("form", { name: say.t("ticket.handOverTitle") });
		await form.locator("button[type=submit]").click();
		await adviser.getByText(say.t("words.state-escalatedL2"), { exact: true }).first().waitFor();
		handedOver = await journey.mailTo("2nivo.tehnika@okence.example.si", "Napaka 500 v treh");
		assert.ok(!handedOver.text.includes(user), "second level does not learn the user's address");
	});

	test("second level's first reply acknowledges, its second solves", async () => {
		const reply = {
			from: "2nivo.tehnika@okence.example.si",
			to: handedOver.replyTo,
			subject: `Re: ${handedOver.subject}`,
			inReplyTo: handedOver.messageId,
		};
		await journey.mail({ ...reply, text: "Prevzeto, naša številka 4711." });
		await adviser.getByText(say.t("words.state-acknowledgedL2"), { exact: true }).first().waitFor();
		await journey.mail({ ...reply, text: "#REŠENO\nStrežnik je bil preobremenjen; popravljeno." });
		await adviser.getByText(say.t("words.state-solved"), { exact: true }).first().waitFor();
	});

	test("the adviser answers; whoever leaves the page sends at once", async () => {
		await adviser.getByRole("tab", { name: say.t("ticket.reply"), exact: true }).click();
		await field(adviser, say.t("ticket.reply")).fill("Spoštovani, napaka je odpravljena.");
		await button(adviser, say.t("ticket.sendTo", { address: user })).click();
		await button(adviser, say.t("ticket.undo")).waitFor();
		await adviser.getByRole("link", { name: say.t("app.queue"), exact: true }).click();
		const answer = await journey.mailTo(user, "napaka je odpravljena");
		assert.ok(answer.subject.includes(number));
	});

	test("the tracking page shows the answer, however often it is opened", async () => {
		for (const _ of ["once", "twice"]) {
			await citizen.goto(tracking);
			assert.equal(await citizen.locator(".messages li").filter({ hasText: "napaka je odpravljena" }).count(), 1);
		}
	});

	test("no page complained", () => assert.deepEqual(journey.complaints, []));
});
