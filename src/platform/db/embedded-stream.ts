import { Duplex } from "node:stream";
import type { Worker } from "node:worker_threads";
import type { ToEmbedded } from "./embedded-worker.ts";

const TERMINATE = 0x58;

const int32 = (value: number): Buffer => {
	const bytes = Buffer.alloc(4);
	bytes.writeInt32BE(value);
	return bytes;
};
const frame = (type: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
const parameter = (key: string, value: string): Buffer => frame("S", Buffer.from(`${key}\0${value}\0`));

/** What a server says after the start-up packet: authenticated, its parameters, ready. */
const greeting = Buffer.concat([
	frame("R", int32(0)),
	parameter("server_version", "18.6"),
	parameter("client_encoding", "UTF8"),
	parameter("standard_conforming_strings", "on"),
	parameter("DateStyle", "ISO, MDY"),
	frame("K", Buffer.concat([int32(1), int32(1)])),
	frame("Z", Buffer.from("I")),
]);

/**
 * The socket that `pg` believes in: frames its bytes into whole protocol messages for the worker. One at a time is open
 * (`max: 1` in the pool), because the embedded database is one session.
 */
export class EmbeddedStream extends Duplex {
	readonly #number: number;
	readonly #worker: Worker;
	readonly #onEnd: () => void;
	#started = false;
	#ended = false;
	#rest: Buffer = Buffer.alloc(0);

	constructor(number: number, worker: Worker, onEnd: () => void) {
		super();
		this.#number = number;
		this.#worker = worker;
		this.#onEnd = onEnd;
	}

	connect(): this {
		process.nextTick(() => this.emit("connect"));
		return this;
	}
	setNoDelay(): this {
		return this;
	}
	setKeepAlive(): this {
		return this;
	}
	ref(): this {
		return this;
	}
	unref(): this {
		return this;
	}
	override _read(): void {}

	override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
		this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "buffer", done);
	}

	override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
		let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
		if (!this.#started) {
			if (bytes.length < 4 || bytes.length < bytes.readInt32BE(0)) {
				this.#rest = bytes;
				return done();
			}
			bytes = bytes.subarray(bytes.readInt32BE(0));
			this.#started = true;
			this.push(greeting);
		}
		const whole = wholeMessages(bytes);
		if (whole.length > 0) this.#send(bytes.subarray(0, whole.length));
		this.#rest = Buffer.from(bytes.subarray(whole.length));
		if (whole.terminated) {
			this.#end();
			this.push(null);
		}
		done();
	}

	override _final(done: (error?: Error | null) => void): void {
		this.#end();
		this.push(null);
		done();
	}

	override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
		this.#end();
		done(error);
	}

	#send(part: Buffer): void {
		const bytes = new Uint8Array(part);
		this.#worker.postMessage({ kind: "data", stream: this.#number, bytes } satisfies ToEmbedded, [bytes.buffer]);
	}

	#end(): void {
		if (this.#ended) return;
		this.#ended = true;
		this.#onEnd();
		this.#worker.postMessage({ kind: "end", stream: this.#number } satisfies ToEmbedded);
	}
}

function wholeMessages(bytes: Buffer): { length: number; terminated: boolean } {
	let length = 0;
	while (bytes.length - length >= 5) {
		if (bytes[length] === TERMINATE) return { length, terminated: true };
		const size = bytes.readInt32BE(length + 1) + 1;
		if (bytes.length - length < size) break;
		length += size;
	}
	return { length, terminated: false };
}
