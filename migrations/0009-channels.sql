-- How mail and forms belong to tickets. The mail itself stands in inbox and outbox.

-- A mail taken in for a ticket: in the conversation with its user (`u`) or in second level's side thread (`s`).
create table ticket_mail (
	inbox_id uuid primary key references inbox (id),
	ticket_id uuid not null,
	thread text not null check (thread in ('u', 's')),
	sender text not null,
	message_id text,
	at timestamptz not null
);
create index ticket_mail_of_ticket on ticket_mail (ticket_id, thread, at desc);

-- A new ticket whose mail points at another ticket that its sender takes no part in: the adviser decides.
create table suggested_link (
	ticket_id uuid not null,
	suggested_id uuid not null,
	by text not null check (by in ('MESSAGE', 'ADDRESS', 'SUBJECT')),
	at timestamptz not null,
	primary key (ticket_id, suggested_id)
);
