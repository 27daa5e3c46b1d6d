-- An account that changes its address keeps its line of the roll: a second keyed hash, of the account itself.
-- Emptied at sealing, like everything that only served the open box.
alter table elector add column person_mark text;
alter table elector add constraint elector_person_once unique (poll_id, person_mark);
