-- Mail that no person wrote stands with its ticket, folded: it acts on nothing and is not counted as a contact (A-31).
alter table ticket_message add column automatic boolean not null default false;

-- The mail as it came, where the message shows less than the whole of it.
alter table ticket_message add column original text references file (sha256);

-- Answers that were kept for a repeat with what is shown once in them.
update idempotency set answer = jsonb_set(answer, '{secret}', 'null') where answer ? 'secret';
update idempotency set answer = jsonb_set(answer, '{token}', 'null')
	where operation = 'tickets.receive' and answer ? 'token';

-- Contacts of the daily volume (A-31) are counted by day.
create index ticket_message_contact on ticket_message (at) where audience = 'USER' and direction = 'IN' and not automatic;
