import { parentPort } from "node:worker_threads";
import type { ParsedMail } from "./parse.ts";
import { readMail, unreadableReason } from "./read-mail.ts";

parentPort?.on("message", async ({ raw, envelopeFrom }: { raw: Uint8Array; envelopeFrom: string }) => {
	let answer: ParsedMail;
	try {
		answer = { ok: true, mail: await readMail(raw, envelopeFrom) };
	} catch (error) {
		answer = { ok: false, reason: unreadableReason(error) };
	}
	parentPort?.postMessage(answer);
});
