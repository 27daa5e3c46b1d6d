-- A questionnaire is of an edition, or of a component of a space (R98): one of both. No row is rewritten.
alter table survey
  alter column edition_id drop not null,
  add column component_id uuid,
  add constraint survey_of_one check (num_nonnulls(edition_id, component_id) = 1),
  add constraint survey_once_in_component unique (organisation_id, component_id),
  add constraint survey_of_component foreign key (organisation_id, component_id) references component (organisation_id, id),
  -- the letter is to those who took part in an edition
  add constraint survey_invites_to_edition check (component_id is null or not invites);
