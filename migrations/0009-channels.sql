-- What the mail door could not decide by itself. Mails and forms themselves stand in inbox and outbox.

-- A new ticket whose mail points at another ticket that its sender takes no part in: the adviser decides.
create table suggested_link (
	ticket_id uuid not null,
	suggested_id uuid not null,
	by text not null check (by in ('MESSAGE', 'ADDRESS', 'SUBJECT')),
	at timestamptz not null,
	primary key (ticket_id, suggested_id)
);
