-- Training of advisers, who is qualified, and what the leads attest (gate 2, STA-02, A-20).

create table training_session (
	id uuid primary key,
	version integer not null,
	service_id uuid not null references service (id),
	support_set text not null check (support_set in ('TECHNICAL', 'CONTENT')),
	state text not null check (state in ('requested', 'planned', 'held', 'evaluated', 'cancelled')),
	reason text not null check (reason in ('agreement', 'review', 'change', 'knowledgeGap', 'other')),
	place text,
	planned_for timestamptz,
	confirmed_by uuid references person (id),
	held_at timestamptz,
	requested_at timestamptz not null,
	check (state not in ('held', 'evaluated') or held_at is not null)
);
create index training_session_of_service on training_session (service_id, requested_at desc, id desc);
create index training_session_newest on training_session (requested_at desc, id desc);

create table training_attendance (
	session_id uuid not null references training_session (id),
	person_id uuid not null references person (id),
	qualified boolean,
	primary key (session_id, person_id)
);

create table adviser_qualification (
	service_id uuid not null references service (id),
	support_set text not null check (support_set in ('TECHNICAL', 'CONTENT')),
	person_id uuid not null references person (id),
	state text not null check (state in ('attended', 'qualified', 'refreshDue', 'expired')),
	qualified_on date,
	session_id uuid not null references training_session (id),
	primary key (service_id, support_set, person_id),
	check (state = 'attended' or qualified_on is not null)
);

create table training_attestation (
	id uuid primary key,
	version integer not null,
	service_id uuid not null references service (id),
	support_set text not null check (support_set in ('TECHNICAL', 'CONTENT')),
	attested_on date not null,
	attested_by uuid not null references person (id),
	constraint attested_once unique (service_id, support_set)
);
