import type { z } from "zod";
import type { AgreementId } from "../../../kernel/id.ts";
import { deskZone } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { agreementById } from "../../agreements/read.ts";
import { namesOfDays, workingTimeFor } from "../../calendars/read.ts";
import { weekdays } from "../../calendars/rules/calendar.ts";
import { localDay } from "../../calendars/rules/opening-table.ts";
import { dateOfDay } from "../../calendars/rules/calendar.ts";
import { statutoryReplyDays } from "../../calendars/rules/statutory-reply.ts";
import type { WhyView } from "../contract.ts";
import type { Hours } from "../rules/kinds.ts";
import type { Why } from "../rules/why.ts";
import { explain } from "../rules/why.ts";
import { clockOf, type ClockRow, pausesByTicket } from "./clock-row.ts";
import { calendarTextOf } from "./terms.ts";
import { clockView } from "./view.ts";

const iso = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();

/** Why a clock's due time is when it is, as data; computed anew from terms, calendar and pauses, never from the cache. */
export async function whyDeadline(tx: Tx, row: ClockRow, now: Temporal.Instant): Promise<z.input<typeof WhyView>> {
	const calendar = await calendarTextOf(tx, row);
	const pauses = (await pausesByTicket(tx, [row.ticket_id])).get(row.ticket_id) ?? [];
	const told =
		row.hours === "CALENDAR_DAYS"
			? ofDays(row)
			: explain(workingTimeFor(calendar), clockOf(row, pauses), now.epochMilliseconds, row.warning_share);
	const names = await namesOfDays(
		tx,
		told.closedDays.map(({ date }) => date),
	);
	const agreement = row.agreement_id === null ? null : await agreementById(tx, row.agreement_id as AgreementId);
	return {
		clock: await clockView(tx, row, now),
		agreement: agreement && { id: agreement.id, number: agreement.number },
		calendar: {
			hours: row.hours as Hours,
			timeZone: calendar.timeZone,
			week: weekdays.map((day) => [...(calendar.week[day] ?? [])]),
			observesWorkFreeDays: calendar.workFreeDays.length > 0 || row.hours === "CALENDAR_DAYS",
		},
		announcedOn: row.announced_on?.toString() ?? null,
		warningShare: row.warning_share,
		worked: told.worked.map(({ open, close }) => ({ from: iso(open), to: iso(close) })),
		pauses: told.pauses.map(({ from, to, workingMs }) => ({
			from: iso(from),
			to: to === null ? null : iso(to),
			workingMs,
		})),
		closedDays: told.closedDays.map(({ date, reason }) => ({
			date,
			reason,
			name: names.get(date) ?? null,
			windows: [...(calendar.exceptions.find((one) => one.date === date)?.windows ?? [])],
		})),
		days: told.days.map(({ endsAt, isCounted }) => ({ endsAt: iso(endsAt), isCounted })),
		verdicts: await verdictsOf(tx, row.id),
	};
}

/** Days by law: every date counts, and the dates the end was moved over are named (F29). */
function ofDays(row: ClockRow): Pick<Why, "worked" | "pauses" | "closedDays" | "days"> {
	const received = dateOfDay(localDay(row.started_at.epochMilliseconds, deskZone));
	const last = received.add({ days: statutoryReplyDays });
	const movedOver: Why["closedDays"][number][] = [];
	if (row.announced_on === null && row.due_on) {
		for (let day = last; Temporal.PlainDate.compare(day, row.due_on) < 0; day = day.add({ days: 1 })) {
			movedOver.push({ date: day.toString(), reason: "workFreeDay" });
		}
	}
	const due = row.due_at!.epochMilliseconds;
	return {
		worked: [{ open: row.started_at.epochMilliseconds, close: due }],
		pauses: [],
		closedDays: movedOver,
		days: [],
	};
}

const verdictsOf = async (tx: Tx, clockId: string): Promise<z.input<typeof WhyView>["verdicts"]> =>
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
