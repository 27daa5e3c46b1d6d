-- A class votes together, with a tutor (integrity 2.1, no 10): so many places, taken one by one while the tutor
-- holds the session open. Which pupil took which place is nowhere.
create table class_session (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  -- « CM2 B, école Jean-Zay »
  name text not null check (name <> ''),
  -- of the link that the tutor holds
  token_hash text not null,
  places int not null check (places between 1 and 60),
  taken int not null default 0,
  -- typed on the pupils' devices; null: not opened yet
  code text,
  -- UTC; a session that nobody closes ends by itself
  open_until timestamptz,
  made_by uuid,
  made_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint class_session_link unique (organisation_id, token_hash),
  constraint class_session_name unique (organisation_id, edition_id, name),
  constraint class_session_places check (taken between 0 and places),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by)
);
create unique index class_session_code on class_session (organisation_id, edition_id, code) where code is not null;
