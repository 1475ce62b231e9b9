-- What a month is counted by: few facts in a hundred, so that receiving a ticket writes nothing here.
create index fact_of_reports on fact (name, at) where name in ('ticket-handed-over', 'ticket-solved', 'ticket-reopened');
create index clock_verdict_by_due on clock_verdict (due_at) where kind in ('RESPONSE', 'RESOLUTION');
