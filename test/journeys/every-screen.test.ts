// Every screen on the demo's story: nothing for axe to say, nothing cut off at the side, nothing on the console; light and dark,
// Slovenian and English, on a desk and on a phone. The pictures of the README are made here.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { loadDemo } from "../../src/entrances/story/demo/load-demo.ts";
import { keepPicture } from "../support/pictures.ts";
import { english, faultsOf, isCut, type Journey, openJourney, settled, signIn, slovenian } from "./support.ts";

const secret = "dogovor za zgled";
const adviser = "maja.izmisljar@example.si";
const head = "vodstvo.ekc@example.si";
const secondLevel = "anze@okence.example.si";
/** The month's report wants a season behind it; faults of a screen show in a week. */
const weeks = process.env.PICTURES === "on" ? 10 : 1;

let journey: Journey;
/** Addresses that the story decides: tickets by number, agreements by id, people by id. */
const at = { atSecondLevel: 0, inProgress: 0, agreement: "", person: "", follow: "", resolution: "", reply: "" };

before(async () => {
	journey = await openJourney({
		prepare: (desk) => loadDemo(desk, { weeks, seed: "dogovor", onProgress: () => {} }),
	});
	const first = async <Row>(text: string): Promise<Row> => {
		const { rows } = await journey.running.database.pool.query(text);
		assert.ok(rows[0], text);
		return rows[0] as Row;
	};
	const open = (state: string, more = "") =>
		first<{ number: string }>(
			`select t.number from ticket t join service s on s.id = t.service_id where t.state = '${state}' and s.code = 'EOKENCE' ${more} order by t.received_at desc`,
		).then(({ number }) => Number(number));
	at.atSecondLevel = await open("escalatedL2", "and t.support_set = 'TECHNICAL'");
	at.inProgress = await open("inProgressL1", "and t.effect is not null");
	const clockOf = (number: number, kind: string) =>
		first<{ id: string }>(
			`select c.id from clock c join ticket t on t.id = c.ticket_id where t.number = ${number} and c.kind = '${kind}'`,
		).then(({ id }) => id);
	at.resolution = await clockOf(at.atSecondLevel, "RESOLUTION");
	at.reply = await clockOf(at.atSecondLevel, "STATUTORY");
	at.agreement = (
		await first<{ id: string }>(
			"select a.id from agreement a join service s on s.id = a.service_id where s.code = 'EOKENCE' and a.state = 'active'",
		)
	).id;
	at.person = (await first<{ id: string }>("select id from person where handle = 'lea.sraj'")).id;
	// Of a ticket that is open: a link ends some time after its ticket was closed.
	const { email } = await first<{ email: string }>(
		"select r.email from ticket t join ticket_reporter r on r.ticket_id = t.id where t.state = 'inProgressL1' and r.email is not null order by t.received_at desc",
	);
	const mail = await journey.mailTo(email, "/sledenje/");
	at.follow = /\/sledenje\/[\w-]+/.exec(mail.text)?.[0] ?? "";
});
after(() => journey.close());

const desk = { width: 1440, height: 900 };
const phone = { width: 360, height: 780 };
// Each of the three pairs of choices meets each choice of the others; all eight would show no more.
const looks = [
	{ name: "desk, light, Slovenian", viewport: desk, colorScheme: "light", language: "sl" },
	{ name: "desk, dark, English", viewport: desk, colorScheme: "dark", language: "en" },
	{ name: "phone, light, English", viewport: phone, colorScheme: "light", language: "en" },
	{ name: "phone, dark, Slovenian", viewport: phone, colorScheme: "dark", language: "sl" },
] as const;

const screensOf = {
	[adviser]: () => [
		"/app/queue",
		`/app/tickets/${at.inProgress}`,
		`/app/tickets/${at.inProgress}?panel=triage`,
		`/app/tickets/${at.inProgress}?panel=handOver`,
		`/app/tickets/${at.atSecondLevel}`,
		`/app/tickets/${at.atSecondLevel}?why=${at.resolution}`,
		`/app/queue?why=${at.reply}`,
		"/app/calls/new",
		"/app/mail",
	],
	[head]: () => [
		"/app/agreements",
		`/app/agreements/${at.agreement}`,
		"/app/services",
		"/app/people",
		`/app/people/${at.person}`,
		"/app/catalogue",
		"/app/replies",
		"/app/training",
		"/app/reports",
	],
	[secondLevel]: () => [
		"/app/second-level",
		`/app/second-level/${at.atSecondLevel}`,
		`/app/second-level/${at.atSecondLevel}?why=${at.resolution}`,
		"/app/my-agreements",
	],
	public: () => [
		"/",
		"/storitve/EOKENCE",
		"/vprasanje",
		at.follow,
		"/posta",
		"/dostopnost",
		"/app/sign-in",
		"/app/set-up",
	],
};

for (const { name, language, ...look } of looks) {
	describe(name, () => {
		const say = language === "sl" ? slovenian : english;
		for (const [who, screens] of Object.entries(screensOf)) {
			test(`the screens of ${who}`, async () => {
				const page = await journey.page({ ...look, locale: language === "sl" ? "sl-SI" : "en-GB" });
				await page.addInitScript(`localStorage.setItem("dogovor-language", "${language}")`);
				if (who !== "public") await signIn(page, who, secret, say);
				const faults: string[] = [];
				for (const screen of screens()) {
					await page.goto(screen);
					await settled(page);
					faults.push(...(await faultsOf(page)).map((fault) => `${screen}: ${fault}`));
					if (await isCut(page)) faults.push(`${screen}: wider than the window`);
				}
				assert.deepEqual(faults, []);
				await page.context().close();
			});
		}
	});
}

const pictures = [
	{ name: "queue", who: adviser, screen: () => "/app/queue" },
	{ name: "ticket-why", who: adviser, screen: () => `/app/tickets/${at.atSecondLevel}`, prepare: openWhy },
	{ name: "hand-over", who: adviser, screen: () => `/app/tickets/${at.inProgress}?panel=handOver` },
	{ name: "agreement", who: adviser, screen: () => `/app/agreements/${at.agreement}` },
	{ name: "second-level", who: secondLevel, screen: () => "/app/second-level" },
	{ name: "report", who: head, screen: () => "/app/reports" },
	{ name: "portal-home", who: "public", screen: () => "/" },
	{ name: "portal-form", who: "public", screen: () => "/vprasanje" },
	{ name: "portal-tracking", who: "public", screen: () => at.follow },
	{ name: "queue-dark", who: adviser, screen: () => "/app/queue", colorScheme: "dark" },
	{ name: "ticket-dark", who: adviser, screen: () => `/app/tickets/${at.atSecondLevel}`, colorScheme: "dark" },
	{ name: "ticket-phone", who: adviser, screen: () => `/app/tickets/${at.atSecondLevel}`, viewport: phone },
	{ name: "queue-phone", who: adviser, screen: () => "/app/queue", viewport: phone },
	{ name: "ticket-english", who: adviser, screen: () => `/app/tickets/${at.atSecondLevel}`, language: "en" },
] as const;

/** The account of the first due time, from its pill. */
async function openWhy(page: Page): Promise<void> {
	await page.locator("main header button[aria-haspopup=dialog]").first().click();
	await page.getByRole("dialog").getByRole("img").first().waitFor();
}

test("pictures for the README", { skip: process.env.PICTURES !== "on" }, async () => {
	for (const { name, who, screen, ...more } of pictures) {
		const { language, prepare, ...look } = { language: "sl" as const, prepare: undefined, viewport: desk, ...more };
		const say = language === "sl" ? slovenian : english;
		const page = await journey.page({ colorScheme: "light", ...look, locale: language === "sl" ? "sl-SI" : "en-GB" });
		await page.addInitScript(`localStorage.setItem("dogovor-language", "${language}")`);
		if (who !== "public") await signIn(page, who, secret, say);
		await page.goto(screen());
		await settled(page);
		await prepare?.(page);
		await keepPicture(page, name);
		await page.context().close();
	}
});

test("no page complained", () => assert.deepEqual(journey.complaints, []));
