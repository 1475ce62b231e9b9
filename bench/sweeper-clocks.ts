import type pg from "pg";

/** A notice that is to come: of which clock, which, and its time (ms). */
export type Expected = {
	readonly clockId: string;
	readonly fact: "clock-warned" | "clock-breached";
	readonly at: number;
};

/**
 * What second level owes on every ticket runs at all hours (`24x7`), so that a due time follows from its beginning alone and
 * the sweeper, which computes each clock anew, finds it where it was put. Response 1 h, resolution 4 h, warning at 75 %.
 */
const hours = "case kind when 'RESPONSE' then interval '1 hour' else interval '4 hours' end";
const begun = (at: string) => `started_at = ${at}, due_at = ${at} + ${hours}, warn_at = ${at} + 0.75 * ${hours}`;
const open = `state = 'running', ended_at = null, breached_at = null, amount_left = null, hours = 'ALWAYS',
	allowance = jsonb_build_object('unit', 'ms', 'ms', extract(epoch from ${hours}) * 1000), warning_share = 75`;
const secondLevel = "kind in ('RESPONSE', 'RESOLUTION')";

/** All clocks of second level run, none has anything to say for a week; the statutory ones run by their own days. */
export async function allRun(db: pg.Pool): Promise<void> {
	await db.query("update clock_hand_over set moves_at = null");
	await db.query(`update clock set ${open}, ${begun("now() + interval '7 days'")}, warned_at = null,
		next_at = now() + interval '7 days' where ${secondLevel}`);
	await db.query(`update clock set warned_at = now(), next_at = due_at + interval '1 ms'
		where kind = 'STATUTORY' and state = 'running' and due_at > now() + interval '1 hour'`);
	await db.query("vacuum analyze clock");
}

/** Tickets of which nothing was said yet. */
const untouched = `select ticket_id from clock where kind in ('RESPONSE', 'RESOLUTION') and warned_at is null
	and next_at > now() + interval '1 day' group by ticket_id having count(*) = 2`;

/** Clocks of as many tickets come due from now on, one each `everyMs`: warnings and breaches by turns. */
export async function comeDue(db: pg.Pool, count: number, everyMs: number): Promise<Expected[]> {
	const { rows } = await db.query<{ id: string; kind: "RESPONSE" | "RESOLUTION"; at: string }>(
		`with picked as (
			select ticket_id, row_number() over () as n from (${untouched}) untouched limit $1
		), due as (
			select clock.id, n, date_trunc('milliseconds', now()) + interval '3 s' + n * $2 * interval '1 ms' as at,
				case when n % 2 = 0 then 'RESPONSE' else 'RESOLUTION' end as of from picked join clock using (ticket_id)
			where clock.kind = case when n % 2 = 0 then 'RESPONSE' else 'RESOLUTION' end
		)
		update clock set
			started_at = at - share, warn_at = at - share + 0.75 * ${hours}, due_at = at - share + ${hours},
			warned_at = case kind when 'RESPONSE' then now() end,
			next_at = case kind when 'RESPONSE' then at + interval '1 ms' else at end
		from (select *, case of when 'RESPONSE' then interval '1 hour' else interval '3 hours' end as share from due) due
		where clock.id = due.id
		returning clock.id, kind, (extract(epoch from at) * 1000)::bigint as at`,
		[count, everyMs],
	);
	return rows
		.map(({ id, kind, at }): Expected => ({
			clockId: id,
			fact: kind === "RESPONSE" ? "clock-breached" : "clock-warned",
			at: Number(at),
		}))
		.toSorted((a, b) => a.at - b.at);
}

/**
 * What 72 hours without a node leave: nearly all tickets were handed over in that time, so that both their deadlines ran out,
 * or one and the other soon will; a few thousand were answered and stand inside their warning share; the rest runs on.
 */
export async function ranOutInStandstill(db: pg.Pool): Promise<void> {
	await db.query("update clock set next_at = null where next_at is not null and next_at <= now()");
	await db.query(`create temporary table standstill as
		select ticket_id, row_number() over (order by ticket_id) as n, count(*) over () as most,
			date_trunc('milliseconds', now() - interval '1 hour' - random() * interval '71 hours') as at,
			date_trunc('milliseconds', now() - interval '3 hours 2 minutes' - random() * interval '55 minutes') as answered
		from (${untouched}) untouched`);
	await db.query(`update clock set ${begun("at")}, warned_at = null, next_at = at + 0.75 * ${hours}
		from standstill s where s.ticket_id = clock.ticket_id and ${secondLevel} and n > most * 0.06`);
	await db.query(`update clock set ${begun("answered")}, warned_at = null, next_at = answered + 0.75 * ${hours}
		from standstill s where s.ticket_id = clock.ticket_id and kind = 'RESOLUTION' and n <= most * 0.04`);
	await db.query(`update clock set ${begun("answered")}, state = 'met', ended_at = answered, next_at = null
		from standstill s where s.ticket_id = clock.ticket_id and kind = 'RESPONSE' and n <= most * 0.04`);
	await db.query(`update clock_hand_over set target_since = at, moves_at = at + interval '1 hour 1 ms'
		from standstill s where s.ticket_id = clock_hand_over.ticket_id and n > most * 0.06`);
	await db.query("drop table standstill");
	await db.query("vacuum analyze clock");
}
