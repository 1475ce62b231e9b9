-- Mail that no person wrote stands with its ticket, folded: it acts on nothing and is not counted as a contact (A-31).
alter table ticket_message add column automatic boolean not null default false;

-- The mail as it came, where the message shows less than the whole of it.
alter table ticket_message add column original text references file (sha256);

-- Answers that were kept for a repeat with what is shown once in them.
update idempotency set answer = jsonb_set(answer, '{secret}', 'null') where answer ? 'secret';
update idempotency set answer = jsonb_set(answer, '{token}', 'null')
	where operation = 'tickets.receive' and answer ? 'token';

-- The same form from the same person within the hour is looked for by its bytes.
create index inbox_form on inbox (file, received_at) where channel = 'WEB_FORM';
