-- The stage of an idea is derived from what is said of it: it goes with an idea that an undone import takes back. What
-- people wrote about one (opinions, decisions, messages) still holds it.
alter table study_stage
  drop constraint study_stage_organisation_id_idea_id_fkey,
  add constraint study_stage_organisation_id_idea_id_fkey foreign key (organisation_id, idea_id)
    references idea (organisation_id, id) on delete cascade;
