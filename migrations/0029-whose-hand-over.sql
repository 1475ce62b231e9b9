-- Since when second level of the ticket's present service and set has had it (§2.2 rule 2); null = never. A ticket that turned
-- out to be another client's is new to that client: the rounds before are none of its business.
alter table ticket add column handed_over_since timestamptz;
with handed_over as (
	select ticket.id, (payload ->> 'handedOverAt')::timestamptz as at,
		payload ->> 'serviceId' = ticket.service_id::text and payload ->> 'set' = ticket.support_set as is_present
	from ticket join fact on aggregate = 'ticket' and aggregate_id = ticket.id::text and name = 'ticket-handed-over'
	where hand_overs > 0
), since as (
	select id, min(at) as at from handed_over
	where is_present and at > all (select other.at from handed_over other where other.id = handed_over.id and not other.is_present)
	group by id
)
update ticket set handed_over_since = since.at from since where since.id = ticket.id;

-- What came back from second level may turn out to be a question, or nobody's: only what second level has is bound.
alter table ticket
	drop constraint second_level_is_bound,
	add constraint second_level_is_bound check (num_nulls(agreement_id, service_id, support_set, category, effect) = 0
		or not (right(state, 2) = 'L2' or (resume_state is not null and right(resume_state, 2) = 'L2')));

-- The user's name stands with the reporter and nowhere else.
update ticket_message set author_name = null
where author_name is not null and audience = 'USER' and direction = 'IN' and not automatic;
