-- What every act leaves behind, and the tools that know nothing of the desk.

create extension if not exists btree_gist;

create table fact (
	id uuid primary key,
	ordinal bigint generated always as identity unique,
	at timestamptz not null,
	name text not null,
	aggregate text not null,
	aggregate_id text not null,
	aggregate_version integer not null,
	actor_kind text not null check (actor_kind in ('person', 'system', 'public')),
	actor_id text,
	payload_version smallint not null,
	payload jsonb not null
);
create index fact_of_aggregate on fact (aggregate, aggregate_id, ordinal);

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'rows of % are append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger fact_append_only before update or delete or truncate on fact
	for each statement execute function refuse_change();

-- Committed facts that have no position yet: a fact that commits late is numbered late, never skipped.
create table fact_pending (
	fact_id uuid primary key references fact (id),
	ordinal bigint not null
);
create index fact_pending_order on fact_pending (ordinal);

create function note_pending() returns trigger language plpgsql as $$
begin
	insert into fact_pending (fact_id, ordinal) values (new.id, new.ordinal);
	return null;
end $$;
create trigger fact_pending_noted after insert on fact for each row execute function note_pending();

create table journal_position (
	position bigint primary key,
	fact_id uuid not null unique references fact (id),
	hash bytea not null
);
create trigger journal_append_only before update or delete or truncate on journal_position
	for each statement execute function refuse_change();

-- Where each follower of the journal has got to.
create table follower (
	name text primary key,
	position bigint not null
);

-- An act that is sent twice with one key is done once (RFC draft Idempotency-Key); kept for three days.
create table idempotency (
	actor text not null,
	operation text not null,
	key text not null,
	input_hash bytea not null,
	answer jsonb,
	at timestamptz not null,
	primary key (actor, operation, key)
);
create index idempotency_age on idempotency (at);

-- Content-addressed store: attachments, documents, raw mail.
create table file (
	sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
	size_bytes integer not null check (size_bytes between 0 and 26214400),
	bytes bytea not null,
	stored_at timestamptz not null default now()
);

-- Settings that the desk makes for itself on its first start.
create table desk_setting (
	name text primary key,
	value text not null
);
