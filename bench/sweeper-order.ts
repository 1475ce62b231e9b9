import type pg from "pg";

/** Notices that were said more than once: of one clock at one level, or mailed to one person about one ticket at one level and time. */
export async function repeats(db: pg.Pool, clockIds?: readonly string[], fact?: string): Promise<number> {
	const facts = await counted(
		db,
		`select 1 from fact where aggregate = 'clock' and name in ('clock-warned', 'clock-breached')
			and ($1::text[] is null or aggregate_id = any($1)) and ($2::text is null or name = $2)
		group by aggregate_id, name having count(*) > 1`,
		[clockIds ?? null, fact ?? null],
	);
	if (clockIds) return facts;
	const mails = await counted(
		db,
		`select 1 from outbox where purpose in ('WARNING', 'BREACH', 'NEXT_TARGET', 'ESCALATION')
		group by about_id, recipient, queued_at having count(*) > 1`,
		[],
	);
	return facts + mails;
}

async function counted(db: pg.Pool, query: string, values: unknown[]): Promise<number> {
	const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from (${query}) repeated`, values);
	return rows[0]!.n;
}

type Notice = { at: string; ticket: string; ripe: string; due: string; soon: boolean };

/**
 * Batches of one node in their order: how many say something that should have been said in an earlier one. Tickets not yet due
 * by due time, then the overdue, newest first. What became due to be said after the node had started is left out: it rightly
 * comes before what waited.
 */
export async function inversions(
	db: pg.Pool,
	{ began, until }: { began: number; until: number },
): Promise<{ value: number; batches: number; notYetDue: number; overdue: number }> {
	const { rows } = await db.query<Notice>(
		`select (extract(epoch from at) * 1000)::text as at, payload ->> 'ticketId' as ticket,
			extract(epoch from (payload ->> 'dueAt')::timestamptz) as due, name = 'clock-warned' as soon,
			extract(epoch from case name when 'clock-warned' then clock.warn_at else clock.due_at end) * 1000 as ripe
		from fact join clock on clock.id = aggregate_id::uuid where name in ('clock-warned', 'clock-breached') and actor_id = 'sweeper'
			and at between to_timestamp($1 / 1000.0) and to_timestamp($2 / 1000.0) order by ordinal`,
		[began, until],
	);
	const [tickets, batches] = [placesOf(rows, began), { value: 0, count: 0 }];
	const sums = { notYetDue: 0, overdue: 0 };
	let before = -Infinity;
	for (const places of tickets) {
		batches.count += 1;
		if (places[0]! < before) batches.value += 1;
		before = places.at(-1)!;
		sums.notYetDue += places.filter((place) => place < 0).length;
		sums.overdue += places.filter((place) => place > 0).length;
	}
	return { value: batches.value, batches: batches.count, ...sums };
}

const farAway = 1e11;

/** Of each batch its tickets' places in the order, sorted: negative = not yet due, by due time; positive = overdue, newest first. */
function placesOf(notices: readonly Notice[], began: number): number[][] {
	const batches = [...Map.groupBy(notices, ({ at }) => at).values()];
	return batches
		.map((batch) =>
			[...Map.groupBy(batch, ({ ticket }) => ticket).values()]
				.filter((of) => of.every(({ ripe }) => Number(ripe) <= began))
				.map((of) => Math.min(...of.map(({ due, soon }) => (soon ? Number(due) - farAway : farAway - Number(due)))))
				.toSorted((a, b) => a - b),
		)
		.filter((places) => places.length > 0);
}
