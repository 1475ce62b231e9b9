import { randomFillSync } from "node:crypto";

const pool = Buffer.alloc(4096);
let used = pool.length;
/** One for all ids: a buffer made for each cost the collector of garbage more than the request that it named. */
const bytes = Buffer.alloc(16);

/** UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits. */
export function newId(at: Temporal.Instant): string {
	if (used + 10 > pool.length) {
		randomFillSync(pool);
		used = 0;
	}
	bytes.writeUIntBE(at.epochMilliseconds, 0, 6);
	pool.copy(bytes, 6, used, used + 10);
	used += 10;
	bytes[6] = (bytes[6]! & 0x0f) | 0x70;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = bytes.toString("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
