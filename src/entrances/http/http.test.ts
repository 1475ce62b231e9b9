import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { FastifyInstance, InjectOptions } from "fastify";
import { z } from "zod";
import acceptInvitation from "../../desk/identity/operations/accept-invitation.ts";
import createToken from "../../desk/identity/operations/create-token.ts";
import revokeToken from "../../desk/identity/operations/revoke-token.ts";
import stopPerson from "../../desk/identity/operations/stop-person.ts";
import { newSecret, secretHash } from "../../desk/identity/secrets.ts";
import { question } from "../../kernel/contract.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { type Operation, operation } from "../../platform/operation.ts";
import { openTestDesk, operations, publicActor, system, type TestDesk } from "../../../test/support/desk.ts";
import { openTestWeb } from "../../../test/support/web.ts";

const failing = operation(
	question({
		name: "test.fail",
		summary: "A bug",
		input: z.strictObject({}),
		output: z.strictObject({}),
		doors: { http: "GET /test/fail", open: true },
	}),
)({
	may: () => [],
	run: () => Promise.reject(new TypeError("canary: what the bug says of itself")),
}) as unknown as Operation;

const password = "dovolj dolgo geslo";

describe("the web server", () => {
	let desk: TestDesk;
	let app: FastifyInstance;
	let admin: PersonActor;
	let token: string;
	before(async () => {
		desk = await openTestDesk();
		app = await openTestWeb(desk, { operations: [...operations, failing] });
		admin = await desk.cast("platform_admin");
		token = (await desk.perform(createToken, admin, { name: "test" })).secret!;
	});
	after(async () => {
		await app.close();
		await desk.close();
	});

	const ask = (options: InjectOptions) => app.inject(options);
	const asAdmin = (options: InjectOptions) =>
		ask({ ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } });
	const organisation = { name: "Urad za preizkuse", kind: "CLIENT", validFrom: "2026-01-01" };

	async function account(person: PersonActor): Promise<string> {
		const secret = newSecret("invitation");
		const expires_at = desk.clock.now().add({ hours: 1 });
		await desk.database.write((tx) =>
			tx
				.insertInto("invitation")
				.values({ hash: secretHash(secret), person_id: person.personId, expires_at })
				.execute(),
		);
		return (await desk.perform(acceptInvitation, publicActor, { token: secret, password })).email;
	}
	const signIn = (email: string, given: string) =>
		ask({ method: "POST", url: "/api/auth/sign-in/email", payload: { email, password: given } });
	const cookieOf = (response: Awaited<ReturnType<typeof ask>>) =>
		response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");

	test("who is not signed in is asked to; an unknown object is not found by who is", async () => {
		const nobody = "00000000-0000-7000-8000-000000000000";
		const rows: [who: string, url: string, status: number, code: string][] = [
			["public", "/api/v1/me", 401, "sign-in-needed"],
			["public", `/api/v1/tickets/${nobody}`, 401, "sign-in-needed"],
			["admin", `/api/v1/services/${nobody}`, 404, "not-found"],
			["admin", "/api/v1/nowhere", 404, "not-found"],
			["public", "/nowhere", 404, "not-found"],
		];
		for (const [who, url, status, code] of rows) {
			const answer = await (who === "public" ? ask : asAdmin)({ method: "GET", url });
			assert.deepEqual([answer.statusCode, answer.json().code], [status, code]);
		}
		const answer = await asAdmin({ method: "POST", url: `/api/v1/people/${nobody}/invitation`, payload: {} });
		assert.deepEqual([answer.statusCode, answer.json().code], [404, "not-found"]);
	});

	test("a refusal is a problem in the reader's language, with every field and no trace of the program", async () => {
		const answer = await asAdmin({
			method: "POST",
			url: "/api/v1/organisations",
			payload: { name: "", kind: "CLIENT", color: "red" },
			headers: { "accept-language": "en-GB,en;q=0.9" },
		});
		assert.equal(answer.statusCode, 422);
		assert.match(String(answer.headers["content-type"]), /^application\/problem\+json/);
		assert.equal(answer.headers["content-language"], "en");
		const problem = answer.json() as { code: string; obstacles: { code: string; at: string; title: string }[] };
		assert.equal(problem.code, "invalid-input");
		assert.deepEqual(
			problem.obstacles.map((obstacle) => [obstacle.code, obstacle.at]),
			[
				["required", "name"],
				["required", "validFrom"],
				["unknown-field", "color"],
			],
		);
		assert.ok(problem.obstacles.every((obstacle) => obstacle.title !== ""));
	});

	test("a fault gives an opaque id and nothing of itself", async () => {
		const answer = await ask({ method: "GET", url: "/api/v1/test/fail" });
		assert.equal(answer.statusCode, 500);
		assert.equal(answer.json().code, "server-fault");
		assert.match(answer.json().details.fault, /^[0-9a-f-]{36}$/);
		assert.doesNotMatch(answer.body, /canary|TypeError|\.ts|node_modules|at /);
	});

	const bodies: [name: string, type: string, body: string, status: number, code: string][] = [
		["broken JSON", "application/json", "{", 400, "not-json"],
		["another type", "text/xml", "<a/>", 415, "media-type-not-accepted"],
		["a list", "application/json", "[]", 422, "invalid-input"],
		["too large", "application/json", `{"name":"${"a".repeat(1024 * 1024)}"}`, 413, "body-too-large"],
		["a prototype", "application/json", '{"__proto__":{"kind":"CLIENT"}}', 400, "not-json"],
	];
	for (const [name, type, payload, status, code] of bodies) {
		test(`a body that cannot be read is refused: ${name}`, async () => {
			const headers = { "content-type": type };
			const answer = await asAdmin({ method: "POST", url: "/api/v1/organisations", payload, headers });
			assert.deepEqual([answer.statusCode, answer.json().code], [status, code]);
		});
	}

	test("unknown parameters of a question are refused as well", async () => {
		const answer = await asAdmin({ method: "GET", url: "/api/v1/organisations?colour=red" });
		assert.deepEqual([answer.statusCode, answer.json().obstacles[0].at], [422, "colour"]);
	});

	test("an act sent twice with one Idempotency-Key is done once", async () => {
		const headers = { "idempotency-key": "form-7" };
		const send = (payload: object) => asAdmin({ method: "POST", url: "/api/v1/organisations", payload, headers });
		const [first, second] = [await send(organisation), await send(organisation)];
		assert.deepEqual([first.statusCode, first.json().id], [200, second.json().id]);
		assert.equal((await send({ ...organisation, name: "Drug urad" })).statusCode, 409);
	});

	test("a token that is unknown, revoked or of a stopped person is refused, not taken for the public", async () => {
		const person = await desk.cast("ekc_adviser", { handle: "s-kljucem" });
		const made = await desk.perform(createToken, person, { name: "a" });
		const kept = await desk.perform(createToken, person, { name: "b" });
		const me = (secret: string) => ask({ url: "/api/v1/me", headers: { authorization: `Bearer ${secret}` } });
		assert.equal((await me(made.secret!)).statusCode, 200);
		await desk.perform(revokeToken, person, { id: made.token.id });
		assert.equal((await me(made.secret!)).statusCode, 403);
		assert.equal((await me(kept.secret!)).statusCode, 200);
		await desk.perform(stopPerson, system, { id: person.personId, version: 1 });
		for (const secret of [kept.secret!, newSecret("apiToken"), "nonsense"])
			assert.deepEqual([(await me(secret)).statusCode, (await me(secret)).json().code], [403, "token-not-valid"]);
	});

	/** Acts that add something: their buttons say beforehand what stands against them. */
	const adding = ["identity.createOrganisation", "catalogue.createService", "calendars.recordWorkFreeDay"];
	test("which places are open is what the questions behind them would answer", async () => {
		const of = async (person: PersonActor) => {
			const { secret } = await desk.perform(createToken, person, { name: "test" });
			const answer = await ask({ url: "/api/v1/me/can", headers: { authorization: `Bearer ${secret}` } });
			const { can } = answer.json<{ can: Record<string, { code: string }[]> }>();
			// Those that the menu asks for: a name that is missing would hide its entry from everybody.
			for (const name of ["catalogue.inForce", "training.sessions", "reports.month", "channels.quarantine", ...adding])
				assert.ok(name in can, name);
			return Object.entries(can).flatMap(([name, obstacles]) => (obstacles.length === 0 ? [name] : []));
		};
		const adviser = await of(await desk.cast("ekc_adviser"));
		assert.ok(adviser.includes("catalogue.inForce") && !adviser.includes("reports.month"));
		assert.ok((await of(await desk.cast("ekc_management"))).includes("reports.month"));
		assert.ok(!(await of(admin)).includes("training.sessions"));
		assert.ok(adding.every((name) => !adviser.includes(name)));
		const administrator = await of(admin);
		assert.ok(adding.every((name) => administrator.includes(name)));
		assert.equal((await ask({ url: "/api/v1/me/can" })).statusCode, 401);
	});

	test("a person signs in with a password, works by the cookie, signs out", async () => {
		const person = await desk.cast("ekc_head", { handle: "vodja" });
		const email = await account(person);
		const signedIn = await signIn(email, password);
		assert.equal(signedIn.statusCode, 200);
		const session = signedIn.cookies.find((cookie) => cookie.name.includes("session_token"));
		assert.deepEqual([session?.httpOnly, session?.sameSite], [true, "Lax"]);
		const cookie = cookieOf(signedIn);
		const me = await ask({ url: "/api/v1/me", headers: { cookie } });
		assert.deepEqual([me.statusCode, me.json().person.id], [200, person.personId]);
		const out = await ask({
			method: "POST",
			url: "/api/auth/sign-out",
			payload: {},
			headers: { cookie, origin: desk.desk.settings.baseUrl },
		});
		assert.equal(out.statusCode, 200);
		const token = cookie
			.split("; ")
			.filter((part) => part.includes("session_token"))
			.join("; ");
		assert.equal((await ask({ url: "/api/v1/me", headers: { cookie: token } })).statusCode, 401);
	});

	test("a wrong password and an unknown address answer alike; nobody signs up", async () => {
		const email = await account(await desk.cast("auditor"));
		const wrong = await signIn(email, "ni pravo geslo ni");
		const unknown = await signIn("nihce@example.si", "ni pravo geslo ni");
		assert.deepEqual([wrong.statusCode, wrong.body], [unknown.statusCode, unknown.body]);
		assert.equal(wrong.statusCode, 401);
		const payload = { email: "nov@example.si", password, name: "Nov" };
		const signUp = await ask({ method: "POST", url: "/api/auth/sign-up/email", payload });
		assert.equal(signUp.statusCode, 400);
	});

	test("a stopped person's session ends", async () => {
		const person = await desk.cast("service_owner", {
			handle: "odhaja",
			serviceId: "00000000-0000-7000-8000-000000000001" as never,
		});
		const cookie = cookieOf(await signIn(await account(person), password));
		const { version } = await desk.database.read((tx) =>
			tx.selectFrom("person").select("version").where("id", "=", person.personId).executeTakeFirstOrThrow(),
		);
		await desk.perform(stopPerson, system, { id: person.personId, version });
		assert.equal((await ask({ url: "/api/v1/me", headers: { cookie } })).statusCode, 401);
	});

	const sites: [name: string, headers: Record<string, string>, isRefused: boolean][] = [
		["another site, as the browser says", { "sec-fetch-site": "cross-site" }, true],
		["a sibling of ours", { "sec-fetch-site": "same-site" }, true],
		["another origin", { origin: "https://evil.example" }, true],
		["no origin to speak of", { origin: "null" }, true],
		["ourselves, as the browser says", { "sec-fetch-site": "same-origin", origin: "http://localhost:3000" }, false],
		["our origin", { origin: "http://localhost:3000" }, false],
		["a program", {}, false],
	];
	for (const [name, headers, isRefused] of sites) {
		test(`an unsafe request made by ${name} is ${isRefused ? "refused" : "heard"}`, async () => {
			const answer = await ask({ method: "POST", url: "/api/v1/organisations", payload: organisation, headers });
			assert.deepEqual(
				[answer.statusCode, answer.json().code],
				isRefused ? [403, "foreign-site"] : [401, "sign-in-needed"],
			);
		});
	}

	test("answers carry the headers that protect who reads them", async () => {
		const { headers } = await asAdmin({ url: "/api/v1/me" });
		assert.equal(headers["cache-control"], "no-store");
		assert.equal(headers["x-content-type-options"], "nosniff");
		assert.match(String(headers["content-security-policy"]), /default-src 'self'/);
		assert.doesNotMatch(String(headers["content-security-policy"]), /script-src[^;]*unsafe/);
	});

	test("the OpenAPI document names every operation with an HTTP door, and has a page", async () => {
		const document = (await ask({ url: "/api/v1/openapi.json" })).json() as {
			openapi: string;
			paths: Record<string, Record<string, { operationId: string }>>;
		};
		assert.match(document.openapi, /^3\.1/);
		const named = Object.values(document.paths).flatMap((path) => Object.values(path).map((door) => door.operationId));
		const wanted = operations.filter(({ contract }) => contract.doors.http).map(({ contract }) => contract.name);
		assert.deepEqual(named.toSorted(), [...wanted, "test.fail"].toSorted());
		assert.equal((await ask({ url: "/api/v1/docs/" })).statusCode, 200);
	});
});
