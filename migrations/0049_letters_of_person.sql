-- What somebody received, for their own page.
create index letter_of_person on letter (organisation_id, person_id, queued_at desc, id) where person_id is not null;
