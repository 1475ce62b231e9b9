import { Refusal } from "../../../kernel/refusal.ts";
import type { WorkingTime } from "./horizon.ts";
import {
	checkedInstant,
	furtherAhead,
	furtherBack,
	horizonMs,
	neverCloses,
	nothingWithin,
	tableFor,
} from "./horizon.ts";
import type { OpeningTable, Span } from "./opening-table.ts";
import { closeOf, windowAtOrBefore, windowReaching, workedUpTo } from "./opening-table.ts";

/**
 * The questions put to working hours. Instants and times are whole milliseconds (instants since 1970 UTC).
 *
 * All refuse `instant-outside-horizon`. Source: A-06, `working-time.md` 3–6.
 */

/**
 * The earliest instant at which `allowance` (≥ 0) of working time has passed since `from`: exactly at closing when it
 * fills the day; `from` itself for 0.
 *
 * Refuses `bad-allowance` (negative, fractional, not a number), `never-opens` and `beyond-horizon` (ten years).
 */
export function dueAt(time: WorkingTime, from: number, allowance: number): number {
	if (!Number.isSafeInteger(allowance) || allowance < 0) throw badAllowance(allowance);
	if (allowance === 0) return checkedInstant(from);
	let table = tableFor(time, from, from);
	let target = workedUpTo(table, from) + allowance;
	while (target > table.reach) {
		const further = furtherAhead(time, from);
		if (!further) throw nothingWithin(time, from, allowance);
		table = further;
		target = workedUpTo(table, from) + allowance;
	}
	const window = windowReaching(table, target);
	const due = table.opens[window]! + target - table.before[window]!;
	if (due - from > horizonMs) throw nothingWithin(time, from, allowance);
	return due;
}

/** Working time from `from` to `to`; negative when reversed, so that `elapsed(a, b) = -elapsed(b, a)`. */
export function elapsed(time: WorkingTime, from: number, to: number): number {
	const table = from <= to ? tableFor(time, from, to) : tableFor(time, to, from);
	return workedUpTo(table, to) - workedUpTo(table, from);
}

/** Whether `at` lies in a window; the instant of closing does not. */
export function isOpen(time: WorkingTime, at: number): boolean {
	const table = tableFor(time, at, at);
	const window = windowAtOrBefore(table, at);
	return window >= 0 && at < closeOf(table, window);
}

/** `at` when open, else the next instant of opening. Refuses `never-opens`. */
export function nextOpening(time: WorkingTime, at: number): number {
	const [table, window] = windowClosingAfter(time, at);
	return Math.max(at, table.opens[window]!);
}

/** The closing of the window open at `at`, else of the next one. Refuses `never-opens`, `never-closes`. */
export function nextClosing(time: WorkingTime, at: number): number {
	let [table, window] = windowClosingAfter(time, at);
	while (closeOf(table, window) > table.until) {
		if (!furtherAhead(time, at)) throw neverCloses(at);
		[table, window] = windowClosingAfter(time, at);
	}
	return closeOf(table, window);
}

/**
 * The latest instant not after `at` up to which work was done: `at` within a window or at its closing, else the closing
 * before; at the instant of an opening the closing before it. Refuses `never-opens`.
 */
export function previousOpening(time: WorkingTime, at: number): number {
	let table = tableFor(time, at, at);
	let window = windowAtOrBefore(table, at - 1);
	while (window < 0 || closeOf(table, window) < table.from) {
		const further = furtherBack(time, at);
		if (!further) throw new Refusal("invalid", "never-opens", { details: { before: at } });
		table = further;
		window = windowAtOrBefore(table, at - 1);
	}
	return Math.min(at, closeOf(table, window));
}

/** The open stretches between two instants, cut at both: the time used that an explanation shows. `[]` when reversed. */
export function windowsBetween(time: WorkingTime, from: number, to: number): Span[] {
	if (to <= from) return [];
	const table = tableFor(time, from, to);
	const spans: Span[] = [];
	for (let window = Math.max(0, windowAtOrBefore(table, from)); window < table.opens.length; window++) {
		const open = Math.max(from, table.opens[window]!);
		if (open >= to) break;
		const close = Math.min(to, closeOf(table, window));
		if (close > open) spans.push({ open, close });
	}
	return spans;
}

function windowClosingAfter(time: WorkingTime, at: number): [OpeningTable, number] {
	let table = tableFor(time, at, at);
	for (;;) {
		let window = Math.max(0, windowAtOrBefore(table, at));
		if (window < table.opens.length && closeOf(table, window) <= at) window++;
		if (window < table.opens.length && table.opens[window]! < table.until) {
			if (table.opens[window]! - at > horizonMs) throw nothingWithin(time, at, 0);
			return [table, window];
		}
		const further = furtherAhead(time, at);
		if (!further) throw nothingWithin(time, at, 0);
		table = further;
	}
}

const badAllowance = (allowance: number) =>
	new Refusal("invalid", "bad-allowance", {
		details: { allowance: Number.isFinite(allowance) ? allowance : String(allowance) },
	});
