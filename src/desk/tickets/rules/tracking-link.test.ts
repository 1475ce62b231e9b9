import assert from "node:assert/strict";
import { test } from "node:test";
import { linkEndsOn } from "./tracking-link.ts";

const at = (text: string) => Temporal.Instant.from(text);
const rows: [name: string, closed: string | null, reopenable: string | null, lastDay: string | null][] = [
	["an open ticket's link does not end", null, null, null],
	["an answered one's neither", null, "2026-03-24T09:00+01:00", null],
	["a closed one's a month after the days to reopen", "2026-03-10T09:00+01:00", "2026-03-24T09:00+01:00", "2026-04-23"],
	["days are those of the desk's zone", "2026-03-10T09:00+01:00", "2026-03-24T23:30Z", "2026-04-24"],
	["without days to reopen a month after closing", "2026-03-10T09:00+01:00", null, "2026-04-09"],
];
for (const [name, closed, reopenable, lastDay] of rows) {
	test(name, () => {
		const ticket = { closed_at: closed && at(closed), reopenable_until: reopenable && at(reopenable) };
		assert.equal(linkEndsOn(ticket as Parameters<typeof linkEndsOn>[0])?.toString() ?? null, lastDay);
	});
}
