// One agreement from the filled form to the first day of support, by the people whose names stand in it. The portal knows
// nothing of the service until both gates are open.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { exampleYaml } from "../story/example-forms.ts";
import { parties, type Parties } from "../support/agreements.ts";
import { train } from "../support/training.ts";
import { button, deskOfToday, field, giveAccounts, type Journey, openJourney, slovenian as say } from "./support.ts";

let journey: Journey;
let people: Parties;
let agreement = "";

before(async () => {
	const desk = await deskOfToday();
	people = await parties(desk);
	// One set is trained on the screens below.
	const leads = [await desk.cast("ekc_tech_lead"), await train(desk, people.serviceId, "CONTENT", people.advisers)];
	await giveAccounts(desk, [people.head, people.owner, ...leads]);
	journey = await openJourney({ database: desk.database });
});
after(() => journey.close());

/** The public's way to the service: how the portal answers, and whether its home page names it. */
async function portalKnows(): Promise<{ status: number; isListed: boolean }> {
	const page = await journey.page({ javaScriptEnabled: false });
	const answer = await page.request.get("/storitve/EOKENCE");
	await page.goto("/");
	const isListed = (await page.locator("main a[href^='/storitve/EOKENCE']").count()) > 0;
	await page.context().close();
	return { status: answer.status(), isListed };
}
const unknown = { status: 404, isListed: false };

const state = (page: Page, name: string) =>
	page
		.getByText(say.word("words", `agreement-${name}`), { exact: true })
		.first()
		.waitFor();

/** One step of the life cycle: the button above the text, then the same verb in the form that opens. */
async function step(
	page: Page,
	name: "submit" | "approve" | "sign",
	fill?: (form: Page) => Promise<void>,
): Promise<void> {
	await page.goto(agreement);
	await button(page, say.t(`agreement.${name}`)).click();
	const form = page.getByRole("dialog");
	await form.waitFor();
	await fill?.(page);
	await button(form, say.t(`agreement.${name}`)).click();
	await form.waitFor({ state: "detached" });
}

const signature = (documentNumber: string) => (page: Page) =>
	field(page, say.t("agreement.number_")).fill(documentNumber);

describe("an agreement from its form to the first day of support", () => {
	let head: Page;
	let owner: Page;

	test("the head of the contact centre brings the filled form in; it is a draft and complete", async () => {
		head = await journey.signedIn("ekc-head@example.si");
		await head.goto("/app/agreements");
		await button(head, say.t("agreement.import")).click();
		await field(head, say.t("agreement.yaml")).fill(exampleYaml("eokence"));
		await button(head.getByRole("dialog"), say.t("agreement.import")).click();
		await state(head, "draft");
		agreement = head.url();
	});

	test("it is submitted, and each side approves the text", async () => {
		await step(head, "submit");
		await state(head, "inReview");
		await step(head, "approve");
		owner = await journey.signedIn("lastnik-eokence@example.si");
		await step(owner, "approve");
		await state(owner, "readyToSign");
		assert.deepEqual(await portalKnows(), unknown);
	});

	test("two persons sign, one for each side; the first gate is open, the service is not", async () => {
		await step(head, "sign", signature("020-1/2026/7"));
		await state(head, "partlySigned");
		await step(owner, "sign", signature("381-4/2026/12"));
		await state(owner, "signed");
		assert.deepEqual(await portalKnows(), unknown);
	});

	test("a session is asked for, planned, held and judged; the advisers who attended are qualified", async () => {
		const lead = await journey.signedIn("ekc-tech-lead@example.si");
		await lead.goto("/app/training");
		const form = lead.getByRole("dialog");
		const act = async (name: "request" | "plan" | "hold" | "evaluate", fill?: () => Promise<void>) => {
			await button(lead, say.t(`training.${name}`))
				.first()
				.click();
			await form.waitFor();
			await fill?.();
			await button(form, say.t(`training.${name}`)).click();
			await form.waitFor({ state: "detached" });
		};
		await act("request");
		await act("plan", () => field(lead, say.t("training.place")).fill("EKC, soba 2"));
		await act("hold", async () => {
			for (const box of await form.getByRole("checkbox").all()) await box.check();
		});
		await act("evaluate", async () => {
			assert.equal(await form.getByRole("checkbox", { checked: true }).count(), people.advisers.length);
		});
		await lead.getByText(say.word("training", "session-evaluated"), { exact: true }).first().waitFor();
		await lead.context().close();
		assert.deepEqual(await portalKnows(), unknown);
	});

	for (const [email, isLast] of [
		["ekc-tech-lead@example.si", false],
		["ekc-content-lead@example.si", true],
	] as const) {
		test(`${email} attests to the training of a set`, async () => {
			const lead = await journey.signedIn(email);
			await lead.goto("/app/training");
			await lead.locator("main button:not([aria-disabled])", { hasText: say.t("training.attest") }).click();
			await lead
				.getByText(say.t("training.notAttested"))
				.nth(isLast ? 0 : 1)
				.waitFor({ state: "detached" });
			await lead.context().close();
			if (!isLast) assert.deepEqual(await portalKnows(), unknown);
		});
	}

	test("it is active, and the portal has the service's page", async () => {
		await owner.reload();
		await state(owner, "active");
		assert.deepEqual(await portalKnows(), { status: 200, isListed: true });
	});

	test("no page complained", () => assert.deepEqual(journey.complaints, []));
});
