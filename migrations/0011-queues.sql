-- One row per ticket as lists show it: a projection that reactions keep, so that a list is one select along one index.

create table queue_row (
	ticket_id uuid primary key references ticket (id),
	number integer not null,
	subject text not null,
	state text not null,
	is_open boolean not null,
	channel text not null,
	type text,
	service_id uuid,
	support_set text,
	owner_id uuid,
	restricted boolean not null,
	handed_over boolean not null,
	is_answered boolean not null,
	priority text,
	priority_rank smallint,
	is_overridden boolean not null,
	flags text[] not null,
	user_deadline date,
	received_at timestamptz not null,
	changed_at timestamptz not null,
	-- The clock that comes first (clocks/read.ts, nextDue).
	clock_id uuid,
	due_kind text,
	due_state text,
	due_at timestamptz,
	warn_at timestamptz,
	is_breached boolean not null default false,
	-- What lists are ordered by: the due time, after all of them what has none.
	sort_at timestamptz not null
);
create index queue_by_due on queue_row (is_open, sort_at, ticket_id);
create index queue_by_owner on queue_row (owner_id, is_open, sort_at, ticket_id);
create index queue_by_service on queue_row (service_id, is_open, sort_at, ticket_id);
