-- Hours of one date that are not as the agreement or the catalogue writes them, entered when they became known: a shortened
-- day, an extra shift, a closed day (no windows). A correction of fact, not a change of terms: the agreement's text stays.

create table dated_hours (
	-- Null, both: the contact centre's own opening hours.
	service_id uuid references service (id),
	support_set text check (support_set in ('TECHNICAL', 'CONTENT')),
	day date not null,
	windows text[] not null,
	reason text not null,
	version integer not null,
	recorded_at timestamptz not null,
	constraint dated_hours_once unique nulls not distinct (service_id, support_set, day),
	constraint of_service_or_own check ((service_id is null) = (support_set is null))
);
