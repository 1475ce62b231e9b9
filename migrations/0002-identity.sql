-- Who there is, which office each holds and since when. Offices are dated: names and holders change (A-46, SIG-05).

create table organisation (
	id uuid primary key,
	version integer not null,
	name text not null,
	kind text not null check (kind in ('PROVIDER', 'CLIENT', 'OTHER_BODY')),
	ministry text,
	valid_from date not null,
	valid_until date,
	check (valid_until is null or valid_until > valid_from)
);
create index organisation_by_name on organisation (name, id);

create table person (
	id uuid primary key,
	version integer not null,
	handle text not null constraint person_handle_unique unique,
	name text not null,
	email text not null,
	phone text,
	organisation_id uuid not null references organisation (id),
	language text not null check (language in ('sl', 'en')),
	has_account boolean not null default false,
	stopped_at timestamptz
);
create index person_by_name on person (name, id);
create index person_by_organisation on person (organisation_id, name, id);

create table role_holding (
	id uuid primary key,
	version integer not null,
	person_id uuid not null references person (id),
	role text not null,
	organisation_id uuid not null references organisation (id),
	service_id uuid,
	support_set text check (support_set in ('TECHNICAL', 'CONTENT')),
	valid_from date not null,
	valid_until date,
	deputy_for uuid references person (id),
	check (valid_until is null or valid_until > valid_from),
	check (deputy_for is null or deputy_for <> person_id),
	-- One current holder of each single office (requirements §2.1); deputies stand beside.
	constraint one_holder_at_a_time exclude using gist (
		role with =,
		coalesce(service_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
		coalesce(support_set, '') with =,
		(case when role = 'client_director' then organisation_id else '00000000-0000-0000-0000-000000000000'::uuid end) with =,
		daterange(valid_from, valid_until) with &&
	) where (deputy_for is null and role in (
		'ekc_tech_lead', 'ekc_content_lead', 'ekc_head', 'ekc_director',
		'service_owner', 'content_custodian', 'technical_custodian', 'training_contact', 'client_director'
	))
);
create index role_holding_of_person on role_holding (person_id);
create index role_holding_of_role on role_holding (role, service_id);

create table api_token (
	id uuid primary key,
	person_id uuid not null references person (id),
	name text not null,
	-- SHA-256 of 256 random bits: nothing to guess, so a slow hash would only cost.
	hash bytea not null unique,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	revoked_at timestamptz
);
create index api_token_of_person on api_token (person_id);

create table invitation (
	hash bytea primary key,
	person_id uuid not null references person (id),
	expires_at timestamptz not null,
	used_at timestamptz
);

-- Tables of the sign-in library, as it declares them.
create table auth_user (
	"id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null,
	"image" text, "createdAt" timestamptz default current_timestamp not null,
	"updatedAt" timestamptz default current_timestamp not null, "twoFactorEnabled" boolean
);
create table auth_session (
	"id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique,
	"createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text,
	"userAgent" text, "userId" text not null references auth_user ("id") on delete cascade
);
create table auth_account (
	"id" text not null primary key, "accountId" text not null, "providerId" text not null,
	"userId" text not null references auth_user ("id") on delete cascade, "accessToken" text, "refreshToken" text,
	"idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text,
	"password" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null
);
create table auth_verification (
	"id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
	"createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null
);
create table auth_two_factor (
	"id" text not null primary key, "secret" text not null, "backupCodes" text not null,
	"userId" text not null references auth_user ("id") on delete cascade, "verified" boolean,
	"failedVerificationCount" integer, "lockedUntil" timestamptz
);
create index auth_session_user on auth_session ("userId");
create index auth_account_user on auth_account ("userId");
create index auth_verification_identifier on auth_verification ("identifier");
create index auth_two_factor_secret on auth_two_factor ("secret");
create index auth_two_factor_user on auth_two_factor ("userId");
