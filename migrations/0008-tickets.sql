-- One ticket from its receipt to its closing. Who asked stands apart (ticket_reporter), so that a person can be erased and
-- the ticket stays (requirements §3.3). A contact of the daily volume (A-31) is a message with direction IN and audience USER.

create sequence ticket_number;

create table ticket (
	id uuid primary key,
	number integer not null default nextval('ticket_number') constraint ticket_number_unique unique,
	version integer not null,
	state text not null check (state in ('received', 'triaged', 'inProgressL1', 'escalatedL2', 'acknowledgedL2',
		'inProgressL2', 'waitingUser', 'waitingOtherBody', 'solved', 'answered', 'closed', 'redirected', 'linked', 'spam')),
	-- What a waiting ticket goes back to.
	resume_state text,
	channel text not null check (channel in ('PHONE', 'EMAIL', 'WEB_FORM')),
	language text not null check (language in ('sl', 'en')),
	user_group text not null check (user_group in ('citizen', 'company', 'sole_trader', 'other')),
	subject text not null,
	-- Words of the subject (platform/text/search-tokens.ts).
	search tsvector not null,
	received_at timestamptz not null,

	type text check (type in ('QUESTION', 'USAGE_HELP', 'INCIDENT', 'COMPLAINT', 'PRAISE', 'SECURITY_INCIDENT',
		'SECURITY_REPORT', 'OUT_OF_SCOPE')),
	service_id uuid constraint ticket_service_known references service (id),
	-- The version that binds the ticket, pinned at hand-over (A-42).
	agreement_id uuid references agreement (id),
	support_set text check (support_set in ('TECHNICAL', 'CONTENT')),
	category text,
	category_label text,
	effect text check (effect in ('BLOCKED', 'IMPEDED', 'REDUCED')),
	sole_channel boolean,
	sole_channel_reason text,
	requires_other_bodies boolean,
	user_deadline date,
	breach_suspected boolean not null default false,

	priority text check (priority in ('P1', 'P2', 'P3', 'CRITICAL', 'MAJOR', 'MINOR')),
	priority_rank smallint check (priority_rank between 1 and 3),
	matrix_table text check (matrix_table in ('solo', 'withOthers')),
	flags text[] not null default '{}',
	-- Set together when a person overrode the computed priority (A-39).
	priority_computed text,
	priority_reason text,
	priority_by uuid references person (id),

	competent_body text,
	owner_id uuid references person (id),
	restricted boolean not null default false,
	target_order smallint,
	external_reference text,
	hand_overs smallint not null default 0,
	returns smallint not null default 0,
	reopenings smallint not null default 0,

	-- Since when the user has owed a word: a question or an answer. The sweeper looks at silence_check_at.
	silent_since timestamptz,
	reminded smallint not null default 0,
	silence_check_at timestamptz,
	interim_expected_on date,
	solved_level smallint check (solved_level in (1, 2)),
	answered_at timestamptz,
	closed_at timestamptz,
	close_reason text check (close_reason in ('CONFIRMED', 'SILENCE_AFTER_ANSWER', 'NO_ANSWER_FROM_USER', 'WITH_PARENT')),
	reopenable_until timestamptz,

	constraint waiting_knows_its_way_back check ((state in ('waitingUser', 'waitingOtherBody')) = (resume_state is not null)),
	constraint second_level_is_bound check (hand_overs = 0 or (agreement_id is not null and service_id is not null
		and support_set is not null and category is not null and effect is not null))
);
create index ticket_by_service on ticket (service_id, received_at);
create index ticket_by_search on ticket using gin (search);
create index ticket_silent on ticket (silence_check_at) where silence_check_at is not null;

create table ticket_reporter (
	ticket_id uuid primary key references ticket (id),
	name text,
	email text,
	phone text
);
create index ticket_reporter_by_email on ticket_reporter (email) where email is not null;
create index ticket_reporter_by_phone on ticket_reporter (phone) where phone is not null;

create table ticket_message (
	ticket_id uuid not null references ticket (id),
	id uuid not null,
	-- The order in which messages came; two may share a millisecond.
	ordinal bigint generated always as identity,
	at timestamptz not null,
	kind text not null,
	audience text not null check (audience in ('USER', 'SECOND_LEVEL', 'INTERNAL')),
	direction text not null check (direction in ('IN', 'OUT', 'NOTE')),
	channel text check (channel in ('PHONE', 'EMAIL', 'WEB_FORM')),
	author_id uuid references person (id),
	author_name text,
	body text not null,
	html text,
	quoted_from integer,
	message_id text,
	primary key (ticket_id, id)
);
create unique index ticket_message_once on ticket_message (ticket_id, message_id) where message_id is not null;

create table ticket_attachment (
	ticket_id uuid not null,
	id uuid not null,
	message_id uuid not null,
	file_id text not null references file (sha256),
	name text not null,
	content_type text not null,
	primary key (ticket_id, id),
	foreign key (ticket_id, message_id) references ticket_message (ticket_id, id)
);

-- While the user is asked; second level's resolution clock stands still (A-06).
create table ticket_pause (
	ticket_id uuid not null references ticket (id),
	since timestamptz not null,
	until timestamptz,
	primary key (ticket_id, since),
	check (until is null or until >= since)
);
create unique index one_pause_at_a_time on ticket_pause (ticket_id) where until is null;

create table ticket_other_body (
	ticket_id uuid not null references ticket (id),
	id uuid not null,
	name text not null,
	asked_at timestamptz,
	answered_at timestamptz,
	primary key (ticket_id, id)
);

create table ticket_link (
	ticket_id uuid not null references ticket (id),
	to_id uuid not null references ticket (id),
	kind text not null check (kind in ('CHILD', 'FOLLOW_UP', 'RELATED')),
	primary key (ticket_id, to_id),
	check (ticket_id <> to_id)
);
create unique index one_parent on ticket_link (ticket_id) where kind = 'CHILD';
create index ticket_link_back on ticket_link (to_id);

-- Second level's people who may see a restricted ticket (§2.2: named persons).
create table ticket_named_person (
	ticket_id uuid not null references ticket (id),
	person_id uuid not null references person (id),
	primary key (ticket_id, person_id)
);
