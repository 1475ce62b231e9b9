-- Whom a deputy stood in for and from when until when, as it was recorded on the day of the act (§2.2, rule 4): the
-- substitution may be ended or renewed later, what was signed in its name stays. `until` null = open.

alter table agreement_approval
	add column deputy_for uuid references person (id),
	add column substitution_from date,
	add column substitution_until date,
	add constraint approved_in_substitution check ((deputy_for is null) = (substitution_from is null));

-- Not valid for rows from before: a signature is never changed, not even to add what was not recorded then.
alter table agreement_signature
	add column substitution_from date,
	add column substitution_until date,
	add constraint signed_in_substitution check ((deputy_for is null) = (substitution_from is null)) not valid;

alter table training_attestation
	add column deputy_for uuid references person (id),
	add column substitution_from date,
	add column substitution_until date,
	add constraint attested_in_substitution check ((deputy_for is null) = (substitution_from is null));

-- What the sweeper looks at every minute: the few versions that are signed and not yet in force.
create index agreement_signed on agreement (service_id) where state = 'signed';
