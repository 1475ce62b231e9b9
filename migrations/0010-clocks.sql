-- What is owed on a ticket and until when. Due times here are a cache: they follow from the ticket's facts, the terms of the
-- version pinned at hand-over and the calendar.

-- What a hand-over bound second level to, and how far the escalation path has got (ESC-02, A-42).
create table clock_hand_over (
	ticket_id uuid not null references ticket (id),
	hand_over smallint not null check (hand_over > 0),
	agreement_id uuid not null references agreement (id),
	support_set text not null check (support_set in ('TECHNICAL', 'CONTENT')),
	matrix_table text check (matrix_table in ('solo', 'withOthers')),
	priority text,
	handed_over_at timestamptz not null,
	ended_at timestamptz,
	target_order smallint not null,
	target_since timestamptz not null,
	-- Second level's due time falls after the user's own legal deadline (A-43).
	after_user_deadline boolean not null,
	-- When the next target's turn comes by itself; null = by hand, or there is none.
	moves_at timestamptz,
	primary key (ticket_id, hand_over)
);
create index clock_hand_over_moves on clock_hand_over (moves_at) where moves_at is not null;

create table clock (
	id uuid primary key,
	version integer not null,
	ticket_id uuid not null references ticket (id),
	kind text not null check (kind in ('FIRST_LEVEL_RESPONSE', 'FIRST_LEVEL_RESOLUTION', 'RESPONSE', 'RESOLUTION',
		'STATUTORY', 'NIS2_EARLY_WARNING', 'NIS2_NOTIFICATION', 'GDPR_AUTHORITY')),
	-- Number of the hand-over, or of the round of answering (a reopened ticket is owed a new answer).
	round smallint not null check (round > 0),
	agreement_id uuid references agreement (id),
	catalogue_version_id uuid references catalogue_version (id),
	-- Whose hours count: second level's of a set, the contact centre's own, every hour, or calendar days.
	hours text not null check (hours in ('TECHNICAL', 'CONTENT', 'OPENING_HOURS', 'ALWAYS', 'CALENDAR_DAYS')),
	clause jsonb not null,
	allowance jsonb not null,
	warning_share smallint not null check (warning_share between 1 and 99),
	started_at timestamptz not null,
	-- The day that an interim reply sent in time announced; from then on it is what the user was promised (F25).
	announced_on date,
	state text not null check (state in ('running', 'paused', 'met', 'cancelled')),
	due_at timestamptz,
	-- The last day, where days are what was promised by law.
	due_on date,
	warn_at timestamptz,
	-- What is left while paused: milliseconds of working time or days, by the unit of the allowance.
	amount_left bigint,
	ended_at timestamptz,
	warned_at timestamptz,
	breached_at timestamptz,
	-- Why a notification by law was sent or is not required.
	settled_reason text,
	-- When the sweeper has something to say about it.
	next_at timestamptz,
	constraint clock_once unique (ticket_id, kind, round),
	constraint due_or_left check (num_nonnulls(due_at, amount_left) = 1),
	constraint ended_has_time check ((state in ('met', 'cancelled')) = (ended_at is not null)),
	constraint ended_is_not_swept check (next_at is null or state = 'running')
);
create index clock_next on clock (next_at) where next_at is not null;
create index clock_of_agreement on clock (agreement_id) where ended_at is null;

-- How a clock was judged, with the terms it was judged by. Nothing rewrites it: not closing, not a new version of the
-- agreement, not a changed calendar. A late solution leaves both: BREACHED when it ran out, MET when it came.
create table clock_verdict (
	clock_id uuid not null references clock (id),
	verdict text not null check (verdict in ('MET', 'BREACHED')),
	ticket_id uuid not null,
	kind text not null,
	round smallint not null,
	agreement_id uuid,
	hours text not null,
	clause jsonb not null,
	allowance jsonb not null,
	started_at timestamptz not null,
	due_at timestamptz not null,
	at timestamptz not null,
	primary key (clock_id, verdict)
);
create index clock_verdict_of_ticket on clock_verdict (ticket_id);
create index clock_verdict_by_time on clock_verdict (verdict, at);
create trigger clock_verdict_append_only before update or delete or truncate on clock_verdict
	for each statement execute function refuse_change();
