import type { z } from "zod";
import type { AgreementId } from "../../../kernel/id.ts";
import { deskZone } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { agreementById } from "../../agreements/read.ts";
import { namesOfDays, workingTimeFor } from "../../calendars/read.ts";
import { dateOfDay, weekdays } from "../../calendars/rules/calendar.ts";
import { localDay, type Span } from "../../calendars/rules/opening-table.ts";
import { statutoryReplyDays } from "../../calendars/rules/statutory-reply.ts";
import { catalogueById } from "../../catalogue/read.ts";
import type { WhyView } from "../contract.ts";
import { clockMoved } from "../facts.ts";
import type { ClockState } from "../rules/clock.ts";
import type { ClockKind, Hours } from "../rules/kinds.ts";
import { ofSameGroup, sharingPicture } from "../rules/picture.ts";
import type { Allowance } from "../rules/targets.ts";
import { explain, openOnDays, type Why } from "../rules/why.ts";
import { clockOf, type ClockRow, pausesByTicket } from "./clock-row.ts";
import { clockRowsOf } from "./deadlines.ts";
import { calendarKnownAt } from "./terms.ts";
import { clockView } from "./view.ts";

type View = z.input<typeof WhyView>;
const iso = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();
const span = ({ open, close }: Span) => ({ from: iso(open), to: iso(close) });

/**
 * Why a clock's due time is when it is, as data; computed anew from terms, calendar and pauses, never from the cache. What
 * became known after a clock was judged is no part of its account (`working-time.md` 12).
 */
export async function whyDeadline(tx: Tx, row: ClockRow, now: Temporal.Instant): Promise<View> {
	const knownAt = row.breached_at ?? row.ended_at ?? now;
	const { text, corrections } = await calendarKnownAt(tx, row, knownAt);
	const time = workingTimeFor(text);
	const pauses = (await pausesByTicket(tx, [row.ticket_id])).get(row.ticket_id) ?? [];
	const told =
		row.hours === "CALENDAR_DAYS"
			? ofDays(row)
			: explain(time, clockOf(row, pauses), now.epochMilliseconds, row.warning_share);
	const drawn = await pictureOf(tx, row, now);
	const allowance = row.allowance as Allowance;
	return {
		clock: await clockView(tx, row, now),
		agreement: await agreementOf(tx, row),
		catalogue: await catalogueOf(tx, row),
		daysDueAt: allowance.unit === "days" && row.hours !== "CALENDAR_DAYS" ? allowance.daysDueAt : null,
		calendar: {
			hours: row.hours as Hours,
			knownAt: knownAt.toString(),
			corrections: corrections.length,
			correctedAt: corrections.at(-1)?.recordedAt.toString() ?? null,
			timeZone: text.timeZone,
			week: weekdays.map((day) => [...(text.week[day] ?? [])]),
			observesWorkFreeDays: text.workFreeDays.length > 0 || row.hours === "CALENDAR_DAYS",
		},
		announcedOn: row.announced_on?.toString() ?? null,
		warningShare: row.warning_share,
		worked: told.worked.map(span),
		pauses: told.pauses.map(({ from, to, workingMs }) => ({
			from: iso(from),
			to: to === null ? null : iso(to),
			workingMs,
		})),
		moves: await movesOf(tx, row.id),
		closedDays: await closedDaysOf(tx, told.closedDays, text.exceptions, corrections),
		days: told.days.map(({ endsAt, isCounted }) => ({ endsAt: iso(endsAt), isCounted })),
		verdicts: await verdictsOf(tx, row.id),
		drawn: {
			from: iso(drawn.from),
			to: iso(drawn.to),
			open: openOnDays(time, drawn.from, drawn.to).map(span),
		},
		others: await Promise.all(drawn.others.map((other) => clockView(tx, other, now))),
	};
}

async function agreementOf(tx: Tx, row: ClockRow): Promise<View["agreement"]> {
	const found = row.agreement_id === null ? null : await agreementById(tx, row.agreement_id as AgreementId);
	if (!found) return null;
	const { id, number, signedOn, terms } = found;
	return { id, number, service: terms.partI.service.name, signedOn: signedOn?.toString() ?? null };
}

async function catalogueOf(tx: Tx, row: ClockRow): Promise<View["catalogue"]> {
	if (row.catalogue_version_id === null) return null;
	const { number, inForceFrom, content } = await catalogueById(tx, row.catalogue_version_id);
	return { number, edition: content.edition, inForceFrom: inForceFrom?.toString() ?? null };
}

/** The stretch that the clocks of one beginning take, up to now while one is owed, and the others to be drawn with them. */
async function pictureOf(
	tx: Tx,
	row: ClockRow,
	now: Temporal.Instant,
): Promise<{ from: number; to: number; others: ClockRow[] }> {
	const all = (await clockRowsOf(tx, [row.ticket_id])).get(row.ticket_id) ?? [];
	const clocks = all.map((each) => ({
		kind: each.kind as ClockKind,
		round: each.round,
		state: each.state as ClockState,
		row: each,
	}));
	const lead = clocks.find((each) => each.row.id === row.id)!;
	const sharing = sharingPicture(lead, clocks);
	const spans = ofSameGroup(lead, sharing).map((each) => each.row);
	const ends = spans.flatMap(({ due_at, ended_at }) => [due_at, ended_at ?? now]);
	return {
		from: Math.min(...spans.map(({ started_at }) => started_at.epochMilliseconds)),
		to: Math.max(...ends.map((end) => end?.epochMilliseconds ?? 0)),
		others: sharing.flatMap((each) => (each === lead ? [] : [each.row])),
	};
}

async function closedDaysOf(
	tx: Tx,
	days: Why["closedDays"],
	exceptions: readonly { readonly date: string; readonly windows: readonly string[] }[],
	corrections: Awaited<ReturnType<typeof calendarKnownAt>>["corrections"],
): Promise<View["closedDays"]> {
	const names = await namesOfDays(
		tx,
		days.map(({ date }) => date),
	);
	return days.map(({ date, reason }) => {
		const recorded = corrections.find((one) => one.date === date && one.reason === reason);
		return {
			date,
			reason,
			name: recorded?.name ?? (reason === "workFreeDay" ? (names.get(date) ?? null) : null),
			recordedAt: recorded?.recordedAt.toString() ?? null,
			windows: [...(exceptions.find((one) => one.date === date)?.windows ?? [])],
		};
	});
}

/** Days by law: every date counts but that of the receipt, and the dates the end was moved over are named (F29). */
function ofDays(row: ClockRow): Pick<Why, "worked" | "pauses" | "closedDays" | "days"> {
	const received = dateOfDay(localDay(row.started_at.epochMilliseconds, deskZone));
	const last = received.add({ days: statutoryReplyDays });
	const movedOver: Why["closedDays"][number][] = [];
	if (row.announced_on === null && row.due_on) {
		for (let day = last; Temporal.PlainDate.compare(day, row.due_on) < 0; day = day.add({ days: 1 })) {
			movedOver.push({ date: day.toString(), reason: "workFreeDay" });
		}
	}
	const first = received.add({ days: 1 }).toZonedDateTime(deskZone).epochMilliseconds;
	return {
		worked: [{ open: first, close: row.due_at!.epochMilliseconds }],
		pauses: [],
		closedDays: movedOver,
		days: [],
	};
}

async function movesOf(tx: Tx, clockId: string): Promise<View["moves"]> {
	const facts = await tx
		.selectFrom("fact")
		.select(["at", "payload"])
		.where("aggregate", "=", clockMoved.aggregate)
		.where("aggregate_id", "=", clockId)
		.where("name", "=", clockMoved.name)
		.orderBy("ordinal")
		.execute();
	return facts.map(({ at, payload }) => {
		const { reason, from, to } = payload as Pick<View["moves"][number], "reason" | "from" | "to">;
		return { at: at.toString(), reason, from, to };
	});
}

const verdictsOf = async (tx: Tx, clockId: string): Promise<View["verdicts"]> =>
	(
		await tx
			.selectFrom("clock_verdict")
			.select(["verdict", "at", "due_at"])
			.where("clock_id", "=", clockId)
			.orderBy("at")
			.orderBy("verdict")
			.execute()
	).map(({ verdict, at, due_at }) => ({
		verdict: verdict as "MET" | "BREACHED",
		at: at.toString(),
		dueAt: due_at.toString(),
	}));
