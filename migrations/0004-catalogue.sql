-- What is supported, and the contact centre's own catalogue by which it works.

create table service (
	id uuid primary key,
	version integer not null,
	code text not null constraint service_code_unique unique check (code ~ '^[A-Z0-9][A-Z0-9_-]*$'),
	name text not null,
	organisation_id uuid not null references organisation (id),
	valid_from date not null,
	valid_until date,
	constraint service_period check (valid_until is null or valid_until > valid_from)
);
create index service_by_name on service (name, id);
create index service_of_organisation on service (organisation_id);

create table catalogue_version (
	id uuid primary key,
	version integer not null,
	number integer not null unique check (number > 0),
	state text not null check (state in ('draft', 'inForce', 'superseded')),
	content jsonb not null,
	approved_at timestamptz,
	approved_by uuid references person (id),
	in_force_from date,
	check ((state = 'draft') = (approved_at is null)),
	check ((approved_at is null) = (in_force_from is null))
);
create unique index one_catalogue_in_force on catalogue_version (state) where state = 'inForce';
create unique index one_catalogue_draft on catalogue_version (state) where state = 'draft';

-- Agreements pin a version (A-18): what was approved never changes.
create function refuse_catalogue_change() returns trigger language plpgsql as $$
begin
	raise exception 'an approved catalogue is frozen' using errcode = 'restrict_violation';
end $$;
create trigger catalogue_frozen before update on catalogue_version for each row
	when (old.state <> 'draft' and new.content is distinct from old.content) execute function refuse_catalogue_change();
