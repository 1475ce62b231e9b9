-- A number is written in many ways; its last eight digits name the caller well enough to look by.
drop index ticket_reporter_by_phone;
create index ticket_reporter_by_phone on ticket_reporter (right(regexp_replace(phone, '\D', '', 'g'), 8)) where phone is not null;
