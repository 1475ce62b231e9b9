-- The sweeper's questions by due time (clocks/write/sweep.ts), answered in the index also beside a backlog of a hundred
-- thousand: what is to be said before its due time, the first first, and what is overdue, the newest first. `clock_next`
-- finds the few that are due while nothing waits.
create index clock_due on clock (due_at, next_at) where next_at is not null;
