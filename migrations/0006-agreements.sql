-- Agreements: one row per version of one service's agreement. Signing freezes the text; the two gates start support.

create table agreement (
	id uuid primary key,
	version integer not null,
	service_id uuid not null references service (id),
	number integer not null check (number > 0),
	state text not null check (state in ('draft', 'inReview', 'readyToSign', 'partlySigned', 'signed', 'active',
		'superseded', 'cancelling', 'cancelled', 'withdrawn')),
	terms jsonb not null,
	template_revision text not null,
	content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
	catalogue_version_id uuid references catalogue_version (id),
	signed_at date,
	support_start date,
	support_end date,
	-- When the version ran the desk, by the desk's clock; support_start is the day the parties count from.
	active_period tstzrange,
	-- Gate 2 as it was found at activation: later training changes nothing about it.
	gate_two jsonb,
	supersedes uuid references agreement (id),
	superseded_by uuid references agreement (id),
	published_on date,
	publication_urls text[] not null default '{}',
	created_at timestamptz not null,
	constraint agreement_number_unique unique (service_id, number),
	-- DOC-02: never two active versions of one service at one time.
	constraint one_active_version exclude using gist (service_id with =, active_period with &&),
	constraint active_has_period check (state not in ('active', 'superseded') or (active_period is not null and support_start is not null)),
	constraint frozen_has_hash check (state not in ('readyToSign', 'partlySigned', 'signed', 'active', 'superseded')
		or (content_hash is not null and catalogue_version_id is not null))
);
-- One version in preparation at a time: two drafts would both want to supersede the active one.
create unique index one_version_in_preparation on agreement (service_id)
	where state in ('draft', 'inReview', 'readyToSign', 'partlySigned', 'signed');
create index agreement_newest on agreement (created_at desc, id desc);

create function refuse_text_change() returns trigger language plpgsql as $$
begin
	raise exception 'the text of an agreement is frozen once both parties approved it' using errcode = 'restrict_violation';
end $$;
create trigger agreement_text_frozen before update on agreement for each row
	when (old.content_hash is not null and (new.terms is distinct from old.terms
		or new.content_hash is distinct from old.content_hash or new.template_revision is distinct from old.template_revision))
	execute function refuse_text_change();

create table agreement_approval (
	agreement_id uuid not null references agreement (id),
	party text not null check (party in ('PROVIDER', 'CLIENT')),
	person_id uuid not null references person (id),
	at timestamptz not null,
	primary key (agreement_id, party),
	-- Nobody approves for both sides (§2.2, rule 5).
	constraint approved_by_two_people unique (agreement_id, person_id)
);

create table agreement_signature (
	agreement_id uuid not null references agreement (id),
	party text not null check (party in ('PROVIDER', 'CLIENT')),
	person_id uuid not null references person (id),
	deputy_for uuid references person (id),
	place text not null,
	date date not null,
	document_number text not null,
	method text not null check (method in ('QUALIFIED_E_SIGNATURE', 'WET_INK_SCAN')),
	content_hash text not null,
	file text references file (sha256),
	placed_at timestamptz not null,
	primary key (agreement_id, party),
	constraint signed_by_two_people unique (agreement_id, person_id)
);
create index agreement_by_document on agreement_signature (document_number);
create trigger signature_append_only before update or delete or truncate on agreement_signature
	for each statement execute function refuse_change();

create table agreement_comment (
	id uuid primary key,
	agreement_id uuid not null references agreement (id),
	person_id uuid not null references person (id),
	at timestamptz not null,
	text text not null
);
create index agreement_comment_of on agreement_comment (agreement_id, at);
