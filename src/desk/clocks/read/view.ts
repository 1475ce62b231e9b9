import type { z } from "zod";
import type { Tx } from "../../../platform/db/tx.ts";
import { nextOpening } from "../../calendars/rules/working-time.ts";
import type { AllowanceView, ClauseView, ClockView } from "../contract.ts";
import { isBreached } from "../rules/clock.ts";
import type { ClockState } from "../rules/clock.ts";
import type { ClockKind } from "../rules/kinds.ts";
import type { Allowance } from "../rules/targets.ts";
import type { ClockRow } from "./clock-row.ts";
import { workingTimeOfClock } from "./terms.ts";

export const allowanceView = (allowance: Allowance): z.input<typeof AllowanceView> =>
	allowance.unit === "ms" ? { unit: "ms", amount: allowance.ms } : { unit: "days", amount: allowance.days };

/** A clock as every door shows it at `now`; late is late from its first millisecond on, not from the sweeper's next round. */
export async function clockView(tx: Tx, row: ClockRow, now: Temporal.Instant): Promise<z.input<typeof ClockView>> {
	const allowance = row.allowance as Allowance;
	const ended = row.ended_at?.epochMilliseconds ?? null;
	const state = row.state as ClockState;
	return {
		id: row.id,
		version: row.version,
		ticketId: row.ticket_id,
		kind: row.kind as ClockKind,
		round: row.round,
		state,
		startedAt: row.started_at.toString(),
		opensAt: await opensAt(tx, row, now),
		dueAt: row.due_at?.toString() ?? null,
		dueOn: row.due_on?.toString() ?? null,
		warnAt: row.warn_at?.toString() ?? null,
		left: row.amount_left === null ? null : { unit: allowance.unit, amount: row.amount_left },
		endedAt: row.ended_at?.toString() ?? null,
		isWarned: row.warned_at !== null,
		isBreached:
			row.breached_at !== null ||
			isBreached({ state, endedAt: ended }, row.due_at?.epochMilliseconds ?? null, now.epochMilliseconds),
		allowance: allowanceView(allowance),
		clause: row.clause as z.input<typeof ClauseView>,
		agreementId: row.agreement_id,
	};
}

async function opensAt(tx: Tx, row: ClockRow, now: Temporal.Instant): Promise<string | null> {
	if (row.state !== "running" || row.hours === "CALENDAR_DAYS" || row.hours === "ALWAYS") return null;
	const opening = nextOpening(await workingTimeOfClock(tx, row), row.started_at.epochMilliseconds);
	return opening > now.epochMilliseconds ? Temporal.Instant.fromEpochMilliseconds(opening).toString() : null;
}
