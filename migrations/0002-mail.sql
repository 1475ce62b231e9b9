-- Mail that arrives and mail that leaves. The row is the truth; jobs and loops only look for rows that are due.

-- Raw mails and forms, committed before they are acknowledged or read. One mail is one row however often it is delivered:
-- `key` is the hash of what its sender wrote, without the trace that every server on the way adds.
create table inbox (
	id uuid primary key,
	channel text not null check (channel in ('EMAIL', 'WEB_FORM')),
	key text not null,
	message_id text,
	file text not null references file (sha256),
	envelope_from text not null default '',
	envelope_to text[] not null default '{}',
	received_at timestamptz not null,
	state text not null default 'WAITING' check (state in ('WAITING', 'PROCESSED', 'QUARANTINED', 'DISMISSED')),
	reason text,
	attempts integer not null default 0,
	due_at timestamptz not null,
	settled_at timestamptz,
	outcome text,
	version integer not null default 1,
	constraint inbox_once unique (channel, key),
	constraint inbox_settled check ((state = 'WAITING') = (settled_at is null)),
	constraint inbox_reason check (state <> 'QUARANTINED' or reason is not null)
);
create index inbox_due on inbox (due_at) where state = 'WAITING';
create index inbox_sender on inbox (envelope_from, received_at) where channel = 'WEB_FORM';
create index inbox_quarantine on inbox (received_at, id) where state = 'QUARANTINED';

-- Mail to be sent, written in the transaction of the change it tells about. `message_id` follows from the id and is kept
-- before the first attempt; every attempt carries the same one.
create table outbox (
	id uuid primary key,
	message_id text not null unique,
	purpose text not null,
	about_id uuid,
	thread text check (thread ~ '^[a-z]$'),
	language text not null,
	recipient text not null,
	domain text not null,
	subject text not null,
	body_text text not null,
	body_html text,
	attachments jsonb not null default '[]',
	reply_to text,
	in_reply_to text,
	automatic boolean not null,
	queued_at timestamptz not null,
	due_at timestamptz not null,
	expires_at timestamptz not null,
	leased_until timestamptz,
	attempts integer not null default 0,
	state text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'FAILED', 'BOUNCED')),
	failure text,
	settled_at timestamptz,
	constraint outbox_settled check ((state = 'QUEUED') = (settled_at is null)),
	constraint outbox_failure check (state not in ('FAILED', 'BOUNCED') or failure is not null)
);
create index outbox_due on outbox (due_at) where state = 'QUEUED';
create index outbox_about on outbox (about_id, queued_at);
create index outbox_recipient on outbox (recipient, purpose, queued_at);

-- Every attempt and what the other side said (IMP-12): the proof that somebody was told.
create table delivery (
	outbox_id uuid not null references outbox (id),
	attempt integer not null,
	at timestamptz not null,
	outcome text not null check (outcome in ('ACCEPTED', 'DEFERRED', 'REFUSED', 'EXPIRED', 'BOUNCED')),
	response text not null,
	primary key (outbox_id, attempt, outcome)
);
create trigger delivery_append_only before update or delete or truncate on delivery
	for each statement execute function refuse_change();

-- The built-in sink of demo and test desks: mail ends here and never leaves the machine (IMP-18).
create table sent_mail (
	outbox_id uuid primary key references outbox (id),
	at timestamptz not null,
	raw bytea not null
);
create index sent_mail_order on sent_mail (at, outbox_id);
