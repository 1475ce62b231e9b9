import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Refusal } from "../../kernel/refusal.ts";
import { openTestDesk, publicActor, system, type TestDesk } from "../../../test/support/desk.ts";
import acceptInvitation from "./operations/accept-invitation.ts";
import changeOrganisation from "./operations/change-organisation.ts";
import changePerson from "./operations/change-person.ts";
import createOrganisation from "./operations/create-organisation.ts";
import createPerson from "./operations/create-person.ts";
import createToken from "./operations/create-token.ts";
import endRole from "./operations/end-role.ts";
import grantRole from "./operations/grant-role.ts";
import invite from "./operations/invite.ts";
import { holdings, me, organisations, people, setUpState, tokens } from "./operations/questions.ts";
import revokeToken from "./operations/revoke-token.ts";
import setUp from "./operations/set-up.ts";
import stopPerson from "./operations/stop-person.ts";
import { newSecret, secretHash } from "./secrets.ts";

const refusedWith = (code: string, at?: string) => (error: unknown) =>
	error instanceof Refusal &&
	(error.code === code ||
		error.obstacles.some((obstacle) => obstacle.code === code && (at === undefined || obstacle.at === at)));

describe("identity", () => {
	let desk: TestDesk;
	before(async () => {
		desk = await openTestDesk();
	});
	after(() => desk.close());

	test("an organisation is entered, changed against its version, and a stale change says what happened since", async () => {
		const admin = await desk.cast("platform_admin");
		const made = await desk.perform(createOrganisation, admin, {
			name: "Urad A",
			kind: "CLIENT",
			validFrom: "2026-01-01",
		});
		const fields = { id: made.id, name: "Urad B", kind: "CLIENT", validFrom: "2026-01-01" };
		const changed = await desk.perform(changeOrganisation, admin, { ...fields, version: 1 });
		assert.deepEqual([changed.name, changed.version], ["Urad B", 2]);
		await assert.rejects(
			desk.perform(changeOrganisation, admin, { ...fields, version: 1 }),
			(error: Refusal) => error.code === "stale" && (error.details.changes as string[])[0] === "organisation-changed",
		);
	});

	test("who is not administrator changes nobody", async () => {
		const owner = await desk.cast("client_director");
		await assert.rejects(
			desk.perform(createOrganisation, owner, { name: "Urad X", kind: "CLIENT", validFrom: "2026-01-01" }),
			refusedWith("not-allowed"),
		);
	});

	test("a client sees its own organisation's people and another's answer as not existing", async () => {
		const mine = await desk.cast("client_director", { organisation: "Naročnik" });
		const other = await desk.cast("client_director", { organisation: "Drugi naročnik", handle: "drugi" });
		const seen = await desk.perform(people, mine, {});
		assert.ok(seen.rows.every((person) => person.organisationName === "Naročnik"));
		await assert.rejects(desk.perform(invite, mine, { id: other.personId }), refusedWith("not-found"));
		assert.equal((await desk.perform(organisations, mine, {})).rows.length, 1);
	});

	test("a single office has one holder at a time, its deputies stand beside", async () => {
		const head = await desk.cast("ekc_head", { handle: "glava" });
		const second = await desk.cast("ekc_adviser", { handle: "druga" });
		const organisationId = second.holdings[0]!.organisationId;
		const grant = { personId: second.personId, role: "ekc_head", organisationId, validFrom: "2026-02-01" };
		await assert.rejects(desk.perform(grantRole, system, grant), refusedWith("office-already-held"));
		const deputy = await desk.perform(grantRole, system, { ...grant, deputyFor: head.personId });
		assert.equal(deputy.deputyFor, head.personId);
		const ended = await desk.perform(endRole, system, { id: deputy.id, version: 1, validUntil: "2026-06-01" });
		assert.equal(ended.validUntil, "2026-06-01");
		const listed = await desk.perform(holdings, system, { personId: second.personId, limit: 1 });
		assert.equal(listed.rows.length, 1);
		assert.notEqual(listed.next, null);
	});

	test("an office of a service without the service is refused at its field", async () => {
		const someone = await desk.cast("ekc_adviser", { handle: "nekdo" });
		const grant = {
			personId: someone.personId,
			role: "service_owner",
			organisationId: someone.holdings[0]!.organisationId,
			validFrom: "2026-01-01",
		};
		await assert.rejects(desk.perform(grantRole, system, grant), refusedWith("office-needs-service", "serviceId"));
	});

	test("a person is entered, changed, invited, sets a password once, is stopped", async () => {
		const admin = await desk.cast("platform_admin", { handle: "skrbnik" });
		const organisationId = await desk.organisation("Naročnik");
		const fields = { handle: "nova.oseba", name: "Nova Oseba", email: "Nova@Example.si", organisationId };
		const made = await desk.perform(createPerson, admin, fields);
		assert.equal(made.email, "nova@example.si");
		await assert.rejects(desk.perform(createPerson, admin, fields), refusedWith("handle-taken"));
		const changed = await desk.perform(changePerson, admin, {
			...fields,
			id: made.id,
			version: 1,
			name: "Nova Osebna",
		});
		await desk.perform(invite, admin, { id: made.id });
		const mail = await desk.database.read((tx) =>
			tx.selectFrom("outbox").select("body_text").where("recipient", "=", "nova@example.si").executeTakeFirstOrThrow(),
		);
		const token = /dgv_inv_[A-Za-z0-9_-]{43}/.exec(mail.body_text)?.[0];
		const password = "dovolj dolgo geslo";
		assert.equal((await desk.perform(acceptInvitation, publicActor, { token, password })).email, "nova@example.si");
		await assert.rejects(
			desk.perform(acceptInvitation, publicActor, { token, password }),
			refusedWith("invitation-not-valid"),
		);
		const current = (await desk.perform(people, admin, { organisationId })).rows.find(
			(person) => person.id === made.id,
		)!;
		assert.equal(current.hasAccount, true);
		assert.ok(current.version > changed.version);
		const stopped = await desk.perform(stopPerson, admin, { id: made.id, version: current.version });
		assert.equal(stopped.hasAccount, false);
		await assert.rejects(
			desk.perform(stopPerson, admin, { id: admin.personId, version: 1 }),
			refusedWith("cannot-stop-oneself"),
		);
	});

	test("an invitation is over after three days", async () => {
		const admin = await desk.cast("platform_admin", { handle: "skrbnik" });
		const secret = newSecret("invitation");
		await desk.database.write((tx) =>
			tx
				.insertInto("invitation")
				.values({ hash: secretHash(secret), person_id: admin.personId, expires_at: desk.clock.now() })
				.execute(),
		);
		await assert.rejects(
			desk.perform(acceptInvitation, publicActor, { token: secret, password: "dovolj dolgo geslo" }),
			refusedWith("invitation-not-valid"),
		);
	});

	test("a token's secret is shown once, revoked by its owner alone", async () => {
		const owner = await desk.cast("ekc_adviser", { handle: "svetovalka" });
		const other = await desk.cast("ekc_adviser", { handle: "svetovalec" });
		const { token, secret } = await desk.perform(createToken, owner, { name: "povezava" });
		assert.match(secret!, /^dgv_api_/);
		assert.equal((await desk.perform(tokens, owner, {})).rows.length, 1);
		await assert.rejects(desk.perform(revokeToken, other, { id: token.id }), refusedWith("not-found"));
		assert.notEqual((await desk.perform(revokeToken, owner, { id: token.id })).revokedAt, null);
	});

	test("me tells the offices of today and the places they open", async () => {
		const adviser = await desk.cast("ekc_adviser", { handle: "svetovalka" });
		const answer = await desk.perform(me, adviser, {});
		assert.deepEqual(answer.places, { console: true, client: false, administration: false });
	});

	test("set-up is open for one token and then closed", async () => {
		const token = newSecret("setUp");
		const input = {
			token,
			organisationName: "Center",
			name: "Prva Skrbnica",
			email: "prva@example.si",
			password: "dovolj dolgo geslo",
		};
		await assert.rejects(desk.perform(setUp, publicActor, input), refusedWith("set-up-token-not-valid"));
		await desk.database.write((tx) =>
			tx
				.insertInto("desk_setting")
				.values({ name: "set-up-token", value: secretHash(token).toString("hex") })
				.execute(),
		);
		assert.equal((await desk.perform(setUpState, publicActor, {})).isOpen, true);
		assert.equal((await desk.perform(setUp, publicActor, input)).email, "prva@example.si");
		assert.equal((await desk.perform(setUpState, publicActor, {})).isOpen, false);
		await assert.rejects(desk.perform(setUp, publicActor, input), refusedWith("set-up-token-not-valid"));
	});

	test("an unknown field, a missing one and a foreign cursor are refused with their place", async () => {
		await assert.rejects(
			desk.perform(createOrganisation, system, { name: "Urad", kind: "CLIENT", validFrom: "2026-01-01", color: "red" }),
			refusedWith("unknown-field", "color"),
		);
		await assert.rejects(
			desk.perform(createOrganisation, system, { kind: "CLIENT", validFrom: "2026-01-01" }),
			refusedWith("required", "name"),
		);
		await assert.rejects(desk.perform(organisations, system, { after: "nonsense" }), refusedWith("bad-cursor"));
	});
});
