-- What has no service or agreement yet is never looked for by it.
drop index ticket_by_service;
create index ticket_by_service on ticket (service_id, received_at) where service_id is not null;
drop index queue_by_service;
create index queue_by_service on queue_row (service_id, is_open, sort_at, ticket_id) where service_id is not null;
drop index clock_of_agreement;
create index clock_of_agreement on clock (agreement_id) where ended_at is null and agreement_id is not null;

-- The author is whoever is signed in, and people are never deleted. The reference locked the person's row for each message, so
-- that the acts of one person, a program's above all, queued for it.
alter table ticket_message drop constraint ticket_message_author_id_fkey;
