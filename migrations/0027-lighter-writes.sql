-- A check of a table is read from its text and compiled for each statement that writes a row: of the ticket's and the clock's
-- twenty they were a tenth of what the database does for a new ticket. A domain is compiled once for a connection. What ties
-- two columns together stays a check, said in as few words as it can be.
create domain ticket_state as text check (value in ('received', 'triaged', 'inProgressL1', 'escalatedL2', 'acknowledgedL2',
	'inProgressL2', 'waitingUser', 'waitingOtherBody', 'solved', 'answered', 'closed', 'redirected', 'linked', 'spam'));
create domain ticket_type as text check (value in ('QUESTION', 'USAGE_HELP', 'INCIDENT', 'COMPLAINT', 'PRAISE',
	'SECURITY_INCIDENT', 'SECURITY_REPORT', 'OUT_OF_SCOPE'));
create domain channel as text check (value in ('PHONE', 'EMAIL', 'WEB_FORM'));
create domain language as text check (value in ('sl', 'en'));
create domain user_group as text check (value in ('citizen', 'company', 'sole_trader', 'other'));
create domain support_set as text check (value in ('TECHNICAL', 'CONTENT'));
create domain support_level as smallint check (value in (1, 2));
create domain effect as text check (value in ('BLOCKED', 'IMPEDED', 'REDUCED'));
create domain priority as text check (value in ('P1', 'P2', 'P3', 'CRITICAL', 'MAJOR', 'MINOR'));
create domain priority_rank as smallint check (value between 1 and 3);
create domain matrix_table as text check (value in ('solo', 'withOthers'));
create domain close_reason as text check (value in ('CONFIRMED', 'SILENCE_AFTER_ANSWER', 'NO_ANSWER_FROM_USER', 'WITH_PARENT'));

alter table ticket
	drop constraint ticket_state_check,
	drop constraint ticket_type_check,
	drop constraint ticket_channel_check,
	drop constraint ticket_language_check,
	drop constraint ticket_user_group_check,
	drop constraint ticket_support_set_check,
	drop constraint ticket_solved_level_check,
	drop constraint ticket_effect_check,
	drop constraint ticket_priority_check,
	drop constraint ticket_priority_rank_check,
	drop constraint ticket_matrix_table_check,
	drop constraint ticket_close_reason_check,
	drop constraint second_level_is_bound,
	drop constraint waiting_knows_its_way_back,
	alter state type ticket_state,
	alter type type ticket_type,
	alter channel type channel,
	alter language type language,
	alter user_group type user_group,
	alter support_set type support_set,
	alter solved_level type support_level,
	alter effect type effect,
	alter priority type priority,
	alter priority_rank type priority_rank,
	alter matrix_table type matrix_table,
	alter close_reason type close_reason,
	add constraint second_level_is_bound
		check (hand_overs = 0 or num_nulls(agreement_id, service_id, support_set, category, effect) = 0),
	add constraint waiting_knows_its_way_back check (starts_with(state, 'waiting') = (resume_state is not null));

create domain audience as text check (value in ('USER', 'SECOND_LEVEL', 'INTERNAL'));
create domain direction as text check (value in ('IN', 'OUT', 'NOTE'));
alter table ticket_message
	drop constraint ticket_message_audience_check,
	drop constraint ticket_message_direction_check,
	drop constraint ticket_message_channel_check,
	alter audience type audience,
	alter direction type direction,
	alter channel type channel;

create domain clock_kind as text check (value in ('FIRST_LEVEL_RESPONSE', 'FIRST_LEVEL_RESOLUTION', 'RESPONSE', 'RESOLUTION',
	'STATUTORY', 'NIS2_EARLY_WARNING', 'NIS2_NOTIFICATION', 'GDPR_AUTHORITY'));
create domain clock_state as text check (value in ('running', 'paused', 'met', 'cancelled'));
create domain clock_hours as text check (value in ('TECHNICAL', 'CONTENT', 'OPENING_HOURS', 'ALWAYS', 'CALENDAR_DAYS'));
create domain clock_round as smallint check (value > 0);
create domain warning_share as smallint check (value between 1 and 99);

alter table clock
	drop constraint clock_kind_check,
	drop constraint clock_state_check,
	drop constraint clock_hours_check,
	drop constraint clock_round_check,
	drop constraint clock_warning_share_check,
	drop constraint ended_has_time,
	drop constraint ended_is_not_swept,
	alter kind type clock_kind,
	alter state type clock_state,
	alter hours type clock_hours,
	alter round type clock_round,
	alter warning_share type warning_share,
	add constraint ended_has_time check ((state = any ('{met,cancelled}')) = (ended_at is not null)),
	add constraint ended_is_not_swept check (next_at is null or state = 'running');

create domain actor_kind as text check (value in ('person', 'system', 'public'));
alter table fact drop constraint fact_actor_kind_check, alter actor_kind type actor_kind;

create domain inbox_state as text check (value in ('WAITING', 'PROCESSED', 'QUARANTINED', 'DISMISSED'));
create domain inbox_channel as text check (value in ('EMAIL', 'WEB_FORM'));
alter table inbox
	drop constraint inbox_state_check,
	drop constraint inbox_channel_check,
	alter state type inbox_state,
	alter channel type inbox_channel;

create domain outbox_state as text check (value in ('QUEUED', 'SENT', 'FAILED', 'BOUNCED'));
alter table outbox
	drop constraint outbox_state_check,
	drop constraint outbox_failure,
	alter state type outbox_state,
	add constraint outbox_failure check (state = any ('{QUEUED,SENT}') or failure is not null);

-- Two references that cannot be broken cost a question for each row: a queue row is selected from its ticket, and a position
-- from its fact, which is append-only; verifying the journal finds a position without one.
alter table queue_row drop constraint queue_row_ticket_id_fkey;
alter table journal_position drop constraint journal_position_fact_id_fkey;

-- A pending fact is known by its ordinal, and found and settled by it: one index instead of two.
drop index fact_pending_order;
alter table fact_pending drop constraint fact_pending_pkey, drop column fact_id, add primary key (ordinal);
create or replace function note_pending() returns trigger language plpgsql as $$
begin
	insert into fact_pending (ordinal) values (new.ordinal);
	return null;
end $$;
