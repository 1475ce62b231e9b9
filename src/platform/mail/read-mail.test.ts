import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, describe, test } from "node:test";
import { openMailParser, type Mail } from "./parse.ts";

const folder = path.resolve(import.meta.dirname, "../../../test/mail");
const parser = openMailParser();
after(() => parser.close());

const read = async (name: string): Promise<Mail> => {
	const parsed = await parser.parse(fs.readFileSync(path.join(folder, `${name}.eml`)), "ana.novak@example.si");
	if (!parsed.ok) throw new Error(`${name} is unreadable: ${parsed.reason}`);
	return parsed.mail;
};

const slovenian = "Pozdravljeni, ne morem se prijaviti. Ali lahko žena odpove čakalno vrsto?";
const thanks = "Hvala, zdaj deluje.";

describe("text survives its character set and wrapping", () => {
	for (const name of [
		"plain-utf8",
		"windows-1250-quoted-printable",
		"iso-8859-2-base64",
		"windows-1250-undeclared",
		"windows-1250-claims-ascii",
		"windows-1250-encoded-words",
		"raw-utf8-headers",
		"unknown-charset",
		"line-feeds-only",
		"no-message-id",
		"multipart-cut-off",
		"winmail-dat",
		"smime-signed",
		"calendar-invitation",
		"attached-mail",
		"alternative-text-and-html",
		"forged-authentication-results",
	]) {
		test(name, async () => assert.equal((await read(name)).fresh, slovenian));
	}
});

const senders: Record<string, { name: string; address: string }> = {
	"plain-utf8": { name: "Ana Novak", address: "ana.novak@example.si" },
	"windows-1250-encoded-words": { name: "Špela Čuk", address: "spela@example.si" },
	"raw-utf8-headers": { name: "Špela Čuk", address: "spela@example.si" },
	"address-in-encoded-word": { name: "svetovalec@desk.example>", address: "napadalec@zlo.example" },
	"encoded-word-hides-angle": { name: "<svetovalec@desk.example>,", address: "napadalec@zlo.example" },
	"display-name-is-an-address": { name: "svetovalec@desk.example", address: "napadalec@zlo.example" },
	"comment-after-address": { name: "", address: "ana.novak@example.si" },
};
describe("the sender is the address that was plainly written", () => {
	for (const [name, sender] of Object.entries(senders)) {
		test(name, async () => assert.deepEqual((await read(name)).from, sender));
	}
});

const unreadable: Record<string, string> = {
	"address-only-encoded-word": "no-sender",
	"encoded-word-as-local-part": "no-sender",
	"quoted-local-part": "no-sender",
	"two-angles-in-from": "no-sender",
	"no-sender": "no-sender",
	garbage: "no-sender",
	"two-addresses-in-from": "several-senders",
	"two-from-headers": "several-senders",
	"multipart-wrong-boundary": "empty-result",
};
describe("what cannot be read has a reason", () => {
	for (const [name, reason] of Object.entries(unreadable)) {
		test(name, async () => {
			const parsed = await parser.parse(fs.readFileSync(path.join(folder, `${name}.eml`)), "x@example.si");
			assert.equal(parsed.ok ? "readable" : parsed.reason, reason);
		});
	}

	const plain = (headers: string, body: string) => Buffer.from(`From: ana@example.si\r\n${headers}\r\n\r\n${body}`);
	const nested = (depth: number) => {
		let headers = "";
		for (let level = 0; level < depth; level++)
			headers += `Content-Type: multipart/mixed; boundary=m${level}\r\n\r\n--m${level}\r\n`;
		return Buffer.from(`From: ana@example.si\r\n${headers}\r\nx`);
	};
	const made: Record<string, [Buffer, string]> = {
		"2000 nested parts": [nested(2000), "too-deep"],
		"1000 attachments": [
			plain('Content-Type: multipart/mixed; boundary="m"', "--m\r\nContent-Type: image/png\r\n\r\nx\r\n".repeat(1000)),
			"too-many-parts",
		],
		"a header of a megabyte": [plain(`X-Long: ${"a".repeat(1_000_000)}`, "x"), "headers-too-large"],
		"26 MiB": [plain("Subject: x", "a".repeat(26 * 1024 * 1024)), "too-large"],
	};
	for (const [name, [raw, reason]] of Object.entries(made)) {
		test(name, async () => {
			const parsed = await parser.parse(raw, "x@example.si");
			assert.equal(parsed.ok ? "readable" : parsed.reason, reason);
		});
	}

	test("20 000 nested elements keep their words", async () => {
		const parsed = await parser.parse(
			plain("Content-Type: text/html", `${"<div>".repeat(20_000)}Pomoč`),
			"x@example.si",
		);
		assert.equal(parsed.ok && parsed.mail.fresh, "Pomoč");
	});
});

describe("a mail that takes the thread's time or memory costs the thread, and the next one is read", () => {
	const mail = Buffer.from("From: ana@example.si\r\n\r\nPozdrav");
	test("time", async () => {
		const hurried = openMailParser({ timeoutMs: 0 });
		assert.deepEqual(await hurried.parse(mail, ""), { ok: false, reason: "too-slow" });
		await hurried.close();
	});
	test("memory", async () => {
		const small = openMailParser({ memoryMb: 24 });
		const bomb = Buffer.from(`From: ana@example.si\r\nContent-Type: text/html\r\n\r\n${"<b>x</b>".repeat(2_000_000)}`);
		const [first, second] = await Promise.all([small.parse(bomb, ""), small.parse(mail, "")]);
		assert.equal(first.ok ? "readable" : first.reason, "too-much-memory");
		assert.equal(second.ok && second.mail.fresh, "Pozdrav");
		await small.close();
	});
});

const automatic: Record<string, string | null> = {
	"plain-utf8": null,
	"auto-submitted-no": null,
	"auto-submitted-vacation": "AUTO_SUBMITTED",
	"precedence-bulk": "PRECEDENCE",
	"response-suppressed": "SUPPRESS",
	"mailing-list": "LIST",
	"empty-return-path-header": "EMPTY_SENDER",
	"from-noreply": "ROBOT",
	"delivery-failed": "DELIVERY_REPORT",
	"delivery-delayed": "DELIVERY_REPORT",
};
describe("automatic mail is recognised", () => {
	for (const [name, reason] of Object.entries(automatic)) {
		test(name, async () => assert.equal((await read(name)).automatic, reason));
	}
	test("an empty SMTP return path", async () => {
		const parsed = await parser.parse(fs.readFileSync(path.join(folder, "plain-utf8.eml")), "");
		assert.equal(parsed.ok && parsed.mail.automatic, "EMPTY_SENDER");
	});
});

describe("a delivery report names our mail, its recipient and what became of it", () => {
	for (const [name, action, status] of [
		["delivery-failed", "failed", "5.1.1"],
		["delivery-delayed", "delayed", "4.4.1"],
	] as const) {
		test(name, async () =>
			assert.deepEqual((await read(name)).report, {
				messageId: "<nasa-oznaka@desk.example>",
				recipient: "ana.novak@example.si",
				action,
				status,
			}),
		);
	}
	test("no other mail is one", async () => assert.equal((await read("plain-utf8")).report, null));
});

describe("quoted history is folded", () => {
	for (const name of [
		"quoted-gmail",
		"quoted-dne-je-napisal",
		"quoted-roundcube",
		"quoted-outlook",
		"quoted-outlook-block",
		"quoted-english",
		"quoted-english-outlook",
		"quoted-only-angles",
		"quoted-html-gmail",
	]) {
		test(name, async () => {
			const mail = await read(name);
			assert.equal(mail.fresh.trim(), thanks);
			assert.match(mail.history, /Poskusite znova\./);
		});
	}
	for (const name of ["answer-between-quoted-lines", "answer-below-quotation", "forwarded-without-words"]) {
		test(`${name} stays whole`, async () => assert.equal((await read(name)).history, ""));
	}
});

const parts: Record<string, [kind: string, name: string]> = {
	"winmail-dat": ["WINMAIL", "winmail.dat"],
	"smime-signed": ["SIGNATURE", "smime.p7s"],
	"smime-encrypted": ["ENCRYPTED", "smime.p7m"],
	"calendar-invitation": ["CALENDAR", "priloga-1"],
	"attached-mail": ["MESSAGE", "priloga-1"],
	"attachment-name-with-path": ["FILE", "pass_wd_.txt"],
	"attachment-name-rfc-2231": ["FILE", "čakalna vrsta.txt"],
	"attachment-without-name": ["FILE", "priloga-1"],
};
describe("a part is shown as what it is, under a name that is only a name", () => {
	for (const [name, expected] of Object.entries(parts)) {
		test(name, async () =>
			assert.deepEqual(
				(await read(name)).parts.map((part) => [part.kind, part.name]),
				[expected],
			),
		);
	}
});

describe("nothing in a mail acts", () => {
	test("line ends in a subject", async () => {
		assert.equal((await read("line-break-in-subject")).subject, "Pomoč Bcc: vsi@example.si");
		assert.equal((await read("line-separator-in-subject")).subject, "Pomoč Bcc: vsi@example.si");
	});
	test("control characters in the text", async () =>
		assert.equal((await read("nul-in-body")).fresh, "Pozdravljeni, ne morem se prijaviti."));
	test("script, handlers, forms, frames and remote styles", async () => {
		const { html, fresh } = await read("html-script-and-handlers");
		assert.doesNotMatch(html ?? "", /script|onclick|onerror|onload|javascript:|iframe|form|input|svg|math|style/i);
		assert.match(html ?? "", /href="https:\/\/example\.si"[^>]*noopener/);
		assert.match(fresh, /^Pomoč/);
	});
	test("a remote image is held back", async () => {
		const { html } = await read("html-remote-image");
		assert.doesNotMatch(html ?? "", /src="http/);
		assert.match(html ?? "", /data-held-back="https:\/\/sledi\.example\/1\.gif"/);
	});
	test("empty ids refer to nothing", async () => assert.deepEqual((await read("empty-in-reply-to")).references, []));
	test("a mail of a subject only is readable", async () =>
		assert.equal((await read("subject-only-empty-html")).fresh, ""));
});

test("HTML becomes readable text", async () =>
	assert.equal(
		(await read("html-only")).fresh,
		"Pozdravljeni,\n\nne morem se prijaviti.\nAli lahko žena odpove?\n\n– prvič\n– drugič",
	));

test("every mail of the corpus is read or has a reason", async () => {
	for (const name of fs.readdirSync(folder).filter((file) => file.endsWith(".eml"))) {
		const parsed = await parser.parse(fs.readFileSync(path.join(folder, name)), "x@example.si");
		assert.ok(parsed.ok || parsed.reason.length > 0, name);
	}
});
