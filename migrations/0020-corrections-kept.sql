-- An account of a deadline names the calendar it was counted by, and a judged one goes by what was known when it was judged.
-- So what is recorded late must carry when, and what it replaces must stay.

-- Work-free days of the import were known from the start: null. What was recorded since corrects a calendar.
alter table work_free_day alter column recorded_at drop default;
alter table work_free_day alter column recorded_at drop not null;
update work_free_day set recorded_at = null
	where day::text not in (select payload ->> 'day' from fact where name = 'work-free-day-recorded');

-- The latest version of a date holds; earlier ones are what was known before.
alter table dated_hours drop constraint dated_hours_once;
alter table dated_hours add constraint dated_hours_once unique nulls not distinct (service_id, support_set, day, version);
create trigger dated_hours_append_only before update or delete on dated_hours
	for each row execute function refuse_change();
