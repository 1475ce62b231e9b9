-- The sweeper's questions by due time (clocks/write/sweep.ts), answered in the index also beside a backlog of a hundred
-- thousand: what is to be said before its due time, the first first, and what is overdue, the newest first. `clock_next`
-- finds the few that are due while nothing waits.
create index clock_due on clock (due_at, next_at) where next_at is not null;

-- The mails of a drained backlog wait by the hundred thousand: the sender takes the first few of each domain along this
-- index instead of ranking all of them for each twenty it sends.
drop index outbox_due;
create index outbox_due on outbox (domain, due_at, id) where state = 'QUEUED';
