import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { openTestDesk, publicActor, system, type TestDesk } from "../../../test/support/desk.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { Refusal } from "../../kernel/refusal.ts";
import acceptInvitation from "./operations/accept-invitation.ts";
import changeOrganisation from "./operations/change-organisation.ts";
import changePerson from "./operations/change-person.ts";
import createOrganisation from "./operations/create-organisation.ts";
import endRole from "./operations/end-role.ts";
import grantRole from "./operations/grant-role.ts";
import invite from "./operations/invite.ts";
import { organisations, people } from "./operations/questions.ts";
import stopPerson from "./operations/stop-person.ts";
import { actorOfPerson } from "./read.ts";

const refusedWith = (code: string, at?: string) => (error: unknown) =>
	error instanceof Refusal &&
	(error.code === code ||
		error.obstacles.some((obstacle) => obstacle.code === code && (at === undefined || obstacle.at === at)));

describe("what ends, moves and is put right", () => {
	let desk: TestDesk;
	beforeEach(async () => {
		desk = await openTestDesk();
	});
	afterEach(() => desk.close());

	const holdingOf = (person: PersonActor) => ({ id: person.holdings[0]?.id, version: 1 });
	const seen = async (person: PersonActor) =>
		(await desk.perform(people, system, { limit: 200 })).rows.find(({ id }) => id === person.personId)!;
	const fieldsOf = async (person: PersonActor) => {
		const { id, version, handle, name, email, phone, organisationId, language } = await seen(person);
		return { id, version, handle, name, email, phone, organisationId, language };
	};

	test("an organisation's dates run forward and are not outlasted by its offices", async () => {
		const reversed = { name: "Urad", kind: "CLIENT", validFrom: "2026-02-01", validUntil: "2026-02-01" };
		await assert.rejects(
			desk.perform(createOrganisation, system, reversed),
			refusedWith("period-ends-before-start", "validUntil"),
		);
		const director = await desk.cast("client_director");
		const [{ id, version, name, kind } = { id: "" }] = (await desk.perform(organisations, system, {})).rows.filter(
			(row) => row.id === director.holdings[0]?.organisationId,
		);
		const ended = { id, version, name, kind, validFrom: "2020-01-01", validUntil: "2026-04-01" };
		await assert.rejects(
			desk.perform(changeOrganisation, system, ended),
			refusedWith("offices-outlast-organisation", "validUntil"),
		);
		await desk.perform(endRole, system, { ...holdingOf(director), validUntil: "2026-04-01" });
		assert.equal((await desk.perform(changeOrganisation, system, ended)).validUntil, "2026-04-01");
		const late = { personId: director.personId, role: "client_director", organisationId: id, validFrom: "2026-04-01" };
		await assert.rejects(
			desk.perform(grantRole, system, late),
			refusedWith("office-outside-organisation", "organisationId"),
		);
	});

	test("a deputy stands beside a holder of the same office", async () => {
		const adviser = await desk.cast("ekc_adviser");
		const lead = await desk.cast("ekc_tech_lead");
		const office = {
			personId: adviser.personId,
			role: "ekc_head",
			organisationId: adviser.holdings[0]?.organisationId,
			validFrom: "2026-03-01",
			deputyFor: lead.personId,
		};
		await assert.rejects(desk.perform(grantRole, system, office), refusedWith("deputy-without-holder", "deputyFor"));
		const granted = await desk.perform(grantRole, system, { ...office, role: "ekc_tech_lead" });
		assert.equal(granted.deputyFor, lead.personId);
	});

	test("an office is ended earlier, never prolonged by ending it", async () => {
		const head = await desk.cast("ekc_head", { validUntil: "2026-06-01" });
		const longer = { ...holdingOf(head), validUntil: "2026-07-01" };
		await assert.rejects(desk.perform(endRole, system, longer), refusedWith("office-ends-earlier", "validUntil"));
		assert.equal((await desk.perform(endRole, system, { ...longer, validUntil: "2026-05-01" })).version, 2);
	});
	test("an office granted by mistake is ended on the day it begins, and then it never held", async () => {
		const today = { validFrom: "2026-03-10" };
		const person = await desk.cast("ekc_content_lead", { handle: "pomotoma", ...today });
		const end = { ...holdingOf(person), validUntil: "2026-03-09" };
		await assert.rejects(desk.perform(endRole, system, end), refusedWith("period-ends-before-start", "validUntil"));
		await desk.perform(endRole, system, { ...end, validUntil: "2026-03-10" });
		const { holdings } = await desk.database.read((tx) =>
			actorOfPerson(tx, person.personId, Temporal.PlainDate.from("2026-03-10")),
		);
		assert.deepEqual(holdings, []);
		await desk.cast("ekc_content_lead", { handle: "prava", ...today });
	});

	test("the last administrator neither ends the own office nor is stopped", async () => {
		const admin = await desk.cast("platform_admin");
		const end = { ...holdingOf(admin), validUntil: "2026-04-01" };
		const stop = { id: admin.personId, version: 1 };
		await assert.rejects(desk.perform(endRole, admin, end), refusedWith("last-administrator"));
		await assert.rejects(desk.perform(stopPerson, system, stop), refusedWith("last-administrator"));
		await desk.cast("platform_admin", { handle: "zacasna", validUntil: "2026-04-01" });
		await assert.rejects(desk.perform(endRole, admin, end), refusedWith("last-administrator"));
		await desk.cast("platform_admin", { handle: "druga" });
		assert.equal((await desk.perform(endRole, admin, end)).validUntil, "2026-04-01");
		assert.notEqual((await desk.perform(stopPerson, system, stop)).stoppedAt, null);
	});

	test("a person moves to another organisation once the offices in the former have ended", async () => {
		const director = await desk.cast("client_director");
		const organisationId = await desk.organisation("Drugi naročnik");
		const move = { ...(await fieldsOf(director)), organisationId };
		await assert.rejects(
			desk.perform(changePerson, system, move),
			refusedWith("offices-in-former-organisation", "organisationId"),
		);
		await desk.perform(endRole, system, { ...holdingOf(director), validUntil: "2026-03-10" });
		assert.equal((await desk.perform(changePerson, system, move)).organisationId, organisationId);
	});

	const accountOf = ({ personId }: PersonActor) =>
		desk.database.read((tx) =>
			tx.selectFrom("auth_user").select(["name", "email"]).where("id", "=", personId).executeTakeFirst(),
		);
	const tokensTo = (recipient: string) =>
		desk.database.read(async (tx) => {
			const mails = await tx
				.selectFrom("outbox")
				.select("body_text")
				.where("recipient", "=", recipient)
				.orderBy("queued_at")
				.orderBy("id")
				.execute();
			return mails.map((mail) => /dgv_inv_[A-Za-z0-9_-]{43}/.exec(mail.body_text)?.[0]);
		});
	const password = "dovolj dolgo geslo";

	test("a changed address signs in from then on; an address signs in one person", async () => {
		const [maja, luka] = [
			await desk.cast("ekc_adviser", { handle: "maja" }),
			await desk.cast("ekc_adviser", { handle: "luka" }),
		];
		for (const { personId } of [maja, luka]) await desk.perform(invite, system, { id: personId });
		for (const handle of ["maja", "luka"]) {
			const [token] = await tokensTo(`${handle}@example.si`);
			await desk.perform(acceptInvitation, publicActor, { token, password });
		}
		const change = { ...(await fieldsOf(maja)), name: "Maja Nova", email: "maja.nova@example.si" };
		const changed = await desk.perform(changePerson, system, change);
		assert.deepEqual(await accountOf(maja), { name: "Maja Nova", email: "maja.nova@example.si" });
		await assert.rejects(
			desk.perform(changePerson, system, { ...change, version: changed.version, email: "luka@example.si" }),
			refusedWith("mail-address-taken"),
		);
		const shared = await desk.cast("ekc_adviser", { handle: "tretja" });
		await desk.perform(changePerson, system, { ...(await fieldsOf(shared)), email: "luka@example.si" });
		desk.clock.forward({ minutes: 1 });
		await desk.perform(invite, system, { id: shared.personId });
		const token = (await tokensTo("luka@example.si")).at(-1);
		await assert.rejects(
			desk.perform(acceptInvitation, publicActor, { token, password }),
			refusedWith("mail-address-taken"),
		);
	});

	test("an invitation sent to a wrong address, or before another one, opens nothing", async () => {
		const person = await desk.cast("ekc_adviser", { handle: "vabljena" });
		await desk.perform(invite, system, { id: person.personId });
		desk.clock.forward({ minutes: 1 });
		await desk.perform(invite, system, { id: person.personId });
		const [first, second] = await tokensTo("vabljena@example.si");
		const isOver = refusedWith("invitation-not-valid");
		await assert.rejects(desk.perform(acceptInvitation, publicActor, { token: first, password }), isOver);
		await desk.perform(changePerson, system, { ...(await fieldsOf(person)), email: "prava@example.si" });
		await assert.rejects(desk.perform(acceptInvitation, publicActor, { token: second, password }), isOver);
	});
});
