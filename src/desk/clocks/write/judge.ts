import { sql } from "kysely";
import { json } from "../../../platform/db/tx.ts";
import type { Context } from "../../../platform/operation.ts";
import { clockBreached } from "../facts.ts";
import type { ClockRow } from "../read/clock-row.ts";
import { ofClock } from "../read/of-clock.ts";

export type Judged = { readonly row: ClockRow; readonly dueAt: Temporal.Instant; readonly at: Temporal.Instant };

/**
 * Writes how clocks were judged, with the terms they were judged by; the first verdict of a kind stays whatever follows
 * (`working-time.md` 12).
 */
export async function recordVerdicts(
	context: Context,
	verdict: "MET" | "BREACHED",
	judged: readonly Judged[],
): Promise<void> {
	if (judged.length === 0) return;
	const rows = judged.map(({ row, dueAt, at }) => ({
		clock_id: row.id,
		verdict,
		ticket_id: row.ticket_id,
		kind: row.kind,
		round: row.round,
		agreement_id: row.agreement_id,
		hours: row.hours,
		clause: row.clause,
		allowance: row.allowance,
		started_at: row.started_at,
		due_at: dueAt,
		at,
	}));
	await sql`insert into clock_verdict select * from jsonb_populate_recordset(null::clock_verdict, ${json(rows)})
		on conflict do nothing`.execute(context.tx);
}

/** The fact of a breach, beside its verdict. */
export const recordBreach = (context: Context, { row, dueAt }: Judged, metAt: Temporal.Instant | null): void =>
	context.record(
		clockBreached.of(row.id, row.version + 1, {
			...ofClock(row),
			dueAt: dueAt.toString(),
			metAt: metAt?.toString() ?? null,
		}),
	);
