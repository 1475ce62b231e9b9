import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Socket } from "node:net";
import pg from "pg";
import { EmbeddedStream } from "./embedded-stream.ts";
import type { EmbeddedStart, FromEmbedded, ToEmbedded } from "./embedded-worker.ts";
import { lockFolder } from "./folder-lock.ts";

export type Embedded = {
	readonly pool: pg.Pool;
	/** The whole database as one gzipped tar, taken while it runs. */
	dump(): Promise<Uint8Array>;
	/** Called once if the worker ends by itself: the desk must then stop, never run half alive. */
	onLost(listener: (reason: string) => void): void;
	close(): Promise<void>;
};

/**
 * Opens PostgreSQL in a worker thread behind an ordinary `pg.Pool` of one connection.
 *
 * `folder` null = in memory, for tests and benches; `snapshot` = a dump to begin from. Refuses a folder that another
 * process holds.
 */
export async function openEmbedded(folder: string | null, snapshot: Uint8Array | null = null): Promise<Embedded> {
	const release = folder === null ? () => {} : lockFolder(folder);
	if (folder !== null) fs.mkdirSync(path.join(folder, "database"), { recursive: true });
	const workerData: EmbeddedStart = { folder: folder === null ? null : path.join(folder, "database"), snapshot };
	const worker = new Worker(new URL("./embedded-worker.ts", import.meta.url), { workerData });
	const streams = new Map<number, EmbeddedStream>();
	const dumps = new Map<number, (bytes: Uint8Array) => void>();
	let numbers = 0;
	let closing = false;
	let lost: (reason: string) => void = () => {};

	const ready = Promise.withResolvers<void>();
	worker.on("message", (message: FromEmbedded) => {
		if (message.kind === "ready") return ready.resolve();
		if (message.kind === "dump") return dumps.get(message.request)?.(message.bytes);
		const stream = streams.get(message.stream);
		if (message.kind === "failed") return stream?.destroy(new Error(message.reason));
		stream?.push(Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.byteLength));
	});
	worker.on("error", (error) => {
		ready.reject(error);
		if (!closing) lost(String(error));
	});
	worker.on("exit", (code) => {
		if (!closing) lost(`exit ${code}`);
	});
	try {
		await ready.promise;
	} catch (error) {
		release();
		throw error;
	}

	const pool = new pg.Pool({
		max: 1,
		user: "postgres",
		database: "postgres",
		idleTimeoutMillis: 0,
		stream: () => {
			const number = ++numbers;
			const stream = new EmbeddedStream(number, worker, () => streams.delete(number));
			streams.set(number, stream);
			return stream as unknown as Socket;
		},
	});

	return {
		pool,
		dump: () => {
			const request = ++numbers;
			const { promise, resolve } = Promise.withResolvers<Uint8Array>();
			dumps.set(request, resolve);
			worker.postMessage({ kind: "dump", request } satisfies ToEmbedded);
			return promise.finally(() => dumps.delete(request));
		},
		onLost: (listener) => {
			lost = listener;
		},
		async close() {
			closing = true;
			await pool.end();
			const ended = once(worker, "exit");
			worker.postMessage({ kind: "close" } satisfies ToEmbedded);
			await ended;
			release();
		},
	};
}
