-- Words not sent yet: one person's own, per ticket and audience. An emptied draft keeps its version, so that a device that
-- comes late can tell older words from newer ones.

create table ticket_draft (
	ticket_id uuid not null references ticket (id),
	person_id uuid not null references person (id),
	audience text not null check (audience in ('USER', 'SECOND_LEVEL', 'INTERNAL')),
	version integer not null,
	body text not null,
	saved_at timestamptz not null,
	-- What the reply was to be when it was last sent; an undone one comes back as it was.
	send_kind text check (send_kind in ('answer', 'askUser', 'interimReply')),
	expected_on date,
	-- While it waits in the outbox, where it can be undone.
	send_at timestamptz,
	-- Code of what stood against it when its time came.
	held_back text,
	primary key (ticket_id, person_id, audience),
	constraint sent_as_something check (send_at is null or (audience = 'USER' and send_kind is not null)),
	constraint interim_reply_names_a_day check (send_at is null or send_kind <> 'interimReply' or expected_on is not null)
);
create index ticket_draft_to_send on ticket_draft (send_at) where send_at is not null;

-- Replies that leads keep in both languages: for all tickets, for those of a service, of a set, or of both.
create table canned_reply (
	id uuid primary key,
	version integer not null,
	name text not null,
	service_id uuid constraint canned_reply_service_known references service (id),
	support_set text check (support_set in ('TECHNICAL', 'CONTENT')),
	body_sl text not null,
	-- Null: not offered for tickets in English.
	body_en text,
	is_offered boolean not null,
	constraint canned_reply_name_free unique nulls not distinct (name, service_id, support_set)
);
