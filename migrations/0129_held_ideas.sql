-- What new accounts propose may wait until somebody has read it, as what they say does.

-- An idea that waits stays a draft: without number, in no list, count, search nor map.
alter table idea_draft add column held_at timestamptz,
  -- the id that its idea will have: it is read, judged and appealed under it
  add column held_as uuid,
  -- somebody has read it, and it stays unseen
  add column refused_at timestamptz,
  add constraint idea_draft_held_whole check ((held_at is null) = (held_as is null)),
  add constraint idea_draft_held_of_person check (held_at is null or person_id is not null),
  add constraint idea_draft_refused_held check (refused_at is null or held_at is not null);
create unique index idea_draft_held_as on idea_draft (organisation_id, held_as) where held_as is not null;

-- One that was published, and found to be of a wave or corrected into what waits: hidden as well, and its author's alone.
alter table idea add column held_at timestamptz,
  add column refused_at timestamptz,
  add constraint idea_held_unseen check (held_at is null or hidden_at is not null),
  add constraint idea_refused_held check (refused_at is null or held_at is not null);
