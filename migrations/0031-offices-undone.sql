-- An office that was granted by mistake is ended on the day it begins: it then held on no day.
alter table role_holding
	drop constraint role_holding_check,
	add constraint office_ends_after_its_beginning check (valid_until is null or valid_until >= valid_from);
