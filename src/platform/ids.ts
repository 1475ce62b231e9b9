import { randomBytes } from "node:crypto";

let pool = randomBytes(4096);
let used = 0;

const take = (count: number): Buffer => {
	if (used + count > pool.length) {
		pool = randomBytes(4096);
		used = 0;
	}
	used += count;
	return pool.subarray(used - count, used);
};

/** UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits. */
export function newId(at: Temporal.Instant): string {
	const bytes = Buffer.alloc(16);
	bytes.writeUIntBE(at.epochMilliseconds, 0, 6);
	take(10).copy(bytes, 6);
	bytes[6] = (bytes[6]! & 0x0f) | 0x70;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = bytes.toString("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
