-- The sweeper's two questions (clocks/write/sweep.ts). What is to be said before its due time: those whose time to speak has
-- come and whose due time has not, both read in the index beside a backlog of a hundred thousand. What is overdue: along the
-- due time backwards, so that a batch of the newest never sorts the rest.
drop index clock_next;
create index clock_next on clock (next_at, due_at) where next_at is not null;
create index clock_overdue on clock (due_at) where next_at is not null;
