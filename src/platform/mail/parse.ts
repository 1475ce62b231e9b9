import { Worker } from "node:worker_threads";
import type { Mail, UnreadableReason } from "./read-mail.ts";

export type { Mail, MailPart, PartKind, UnreadableReason } from "./read-mail.ts";
export type ParsedMail =
	| { readonly ok: true; readonly mail: Mail }
	| { readonly ok: false; readonly reason: UnreadableReason };

/** A thread that reads mail: what explodes or never ends costs this thread, not the desk. */
export type MailParser = {
	/** Never throws for a bad mail: it gives the reason for quarantine. */
	parse(raw: Uint8Array, envelopeFrom: string): Promise<ParsedMail>;
	close(): Promise<void>;
};

type Waiting = { readonly raw: Uint8Array; readonly envelopeFrom: string; readonly done: (parsed: ParsedMail) => void };

/** Opens the parser; its thread starts with the first mail, is ended after `timeoutMs` for one mail and then replaced. */
export function openMailParser({ timeoutMs = 20_000, memoryMb = 256 } = {}): MailParser {
	const queue: Waiting[] = [];
	let worker: Worker | null = null;
	let current: Waiting | null = null;
	let timer: NodeJS.Timeout | undefined;

	const finish = (parsed: ParsedMail) => {
		clearTimeout(timer);
		const waiting = current;
		current = null;
		waiting?.done(parsed);
		next();
	};
	const end = async (reason: UnreadableReason) => {
		const dying = worker;
		worker = null;
		dying?.removeAllListeners();
		dying?.on("error", () => {}); // it has been judged already
		await dying?.terminate();
		finish({ ok: false, reason });
	};
	const start = (): Worker => {
		const started = new Worker(new URL("./parse-worker.ts", import.meta.url), {
			resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
		});
		started.on("message", finish);
		started.on("error", (error) => void end(isOutOfMemory(error) ? "too-much-memory" : "unparsable"));
		return started;
	};
	const next = () => {
		if (current !== null) return;
		current = queue.shift() ?? null;
		if (current === null) return worker?.unref();
		worker ??= start();
		worker.ref();
		timer = setTimeout(() => void end("too-slow"), timeoutMs);
		worker.postMessage({ raw: current.raw, envelopeFrom: current.envelopeFrom });
	};
	return {
		parse: (raw, envelopeFrom) =>
			new Promise((done) => {
				queue.push({ raw, envelopeFrom, done });
				next();
			}),
		async close() {
			clearTimeout(timer);
			await worker?.terminate();
			worker = null;
		},
	};
}

const isOutOfMemory = (error: unknown): boolean =>
	typeof error === "object" && error !== null && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
