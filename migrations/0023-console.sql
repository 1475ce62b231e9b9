-- What a person arranged about the lists of tickets; without a row the standard holds (queues/rules/columns.ts).
create table queue_arrangement (
	person_id uuid primary key references person (id),
	version integer not null,
	columns text[] not null,
	density text not null check (density in ('DENSE', 'ROOMY'))
);

-- Who is at a place of the desk at this moment. No record: rows are kept by beats, run out by themselves and need not
-- outlive a crash (docs/decisions/0012-presence-is-not-a-record.md).
create unlogged table presence (
	place uuid not null,
	person_id uuid not null,
	-- Only people of one circle are told of each other.
	circle text not null,
	doing text not null,
	until timestamptz not null,
	primary key (place, person_id)
);
create index presence_that_ran_out on presence (until);
