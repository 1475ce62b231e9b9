import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readSettings, type Settings, settingsExample, settingsSchema } from "./settings.ts";

const read = (environment: Record<string, string>): Settings => {
	const settings = readSettings(environment);
	assert.ok(!Array.isArray(settings), JSON.stringify(settings));
	return settings as Settings;
};
const problems = (environment: Record<string, string>): string[] => {
	const settings = readSettings(environment);
	assert.ok(Array.isArray(settings));
	return settings.map((problem) => problem.name).toSorted();
};

describe("settings", () => {
	test("nothing given is a demo on the embedded database at port 3000", () => {
		const settings = read({});
		assert.deepEqual(
			[settings.port, settings.baseUrl, settings.smtpPort, settings.dataDir, settings.databaseUrl, settings.demo],
			[3000, "http://localhost:3000", 2525, ".data", null, true],
		);
	});

	const rows: [name: string, environment: Record<string, string>, pick: keyof Settings, value: unknown][] = [
		["an empty variable is an absent one", { PORT: "" }, "port", 3000],
		["the base address follows the port", { PORT: "8080" }, "baseUrl", "http://localhost:8080"],
		["a slash at its end is dropped", { BASE_URL: "https://desk.example/" }, "baseUrl", "https://desk.example"],
		["the demo can be off", { DEMO: "off" }, "demo", false],
		["proxies are a list", { TRUST_PROXY: "10.0.0.0/8, ::1" }, "trustProxy", ["10.0.0.0/8", "::1"]],
		["variables of others are let be", { PATH: "/bin", HOME: "/" }, "port", 3000],
		["addresses are folded", { MAIL_FROM: "EKC@Desk.Example" }, "mailFrom", "ekc@desk.example"],
	];
	for (const [name, environment, pick, value] of rows) {
		test(name, () => assert.deepEqual(read(environment)[pick], value));
	}

	test("every problem is told at once", () => {
		const wrong = {
			PORT: "70000",
			BASE_URL: "ftp://desk.example",
			DATABASE_URL: "mysql://localhost/desk",
			SMTP_PORT: "post",
			MAIL_FROM: "EKC <ekc@desk.example>",
			DEMO: "yes",
			SECRET: "short",
			TRUST_PROXY: "10.0.0.0/8, proxy.example",
			LOG_LEVEL: "loud",
		};
		assert.deepEqual(problems(wrong), Object.keys(wrong).toSorted());
	});

	for (const range of ["10.0.0.0/33", "::1/129", "10.0.0", "/8", "10.0.0.0/8/8"]) {
		test(`no range of proxies: ${range}`, () => assert.deepEqual(problems({ TRUST_PROXY: range }), ["TRUST_PROXY"]));
	}

	test("a demo never mails anyone", () => {
		assert.deepEqual(problems({ OUTGOING_SMTP_URL: "smtp://localhost", PORT: "x" }), ["OUTGOING_SMTP_URL", "PORT"]);
		assert.deepEqual(problems({ OUTGOING_SMTP_URL: "smtp://localhost" }), ["OUTGOING_SMTP_URL"]);
		assert.equal(read({ OUTGOING_SMTP_URL: "smtp://localhost", DEMO: "off" }).outgoingSmtpUrl, "smtp://localhost");
	});

	test("the example explains each setting and sets none", () => {
		const lines = settingsExample().split("\n");
		for (const name of Object.keys(settingsSchema.shape)) {
			const at = lines.findIndex((line) => line.startsWith(`#${name}=`));
			assert.ok((lines[at - 1]?.length ?? 0) > 10, name);
		}
		assert.ok(lines.every((line) => line === "" || line.startsWith("#")));
	});
});
