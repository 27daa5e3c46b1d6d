-- What an edition writes when one of its steps opens, is about to close, closes.

-- How far the mailing of a moment has gone: each once in an edition, whatever becomes of its dates.
create table announcement (
  organisation_id uuid not null,
  edition_id uuid not null,
  moment text not null,
  begun_at timestamptz not null default palabre_now(),
  -- the part of its readers that is being written to, and the last one who was; null: none of them yet
  part text not null default 'officers' check (part in ('officers', 'holders', 'askers')),
  place uuid,
  written int not null default 0 check (written >= 0),
  ended_at timestamptz,
  constraint announcement_once primary key (organisation_id, edition_id, moment),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

-- The office's own words for a moment, in each language; and whether residents are written to at all.
create table announcement_words (
  organisation_id uuid not null,
  edition_id uuid not null,
  moment text not null,
  words jsonb not null,
  -- residents are not written to; officers are
  silent boolean not null default false,
  -- counts its savings: a form made from another is refused, and both are shown
  version int not null check (version > 0),
  saved_by uuid,
  saved_at timestamptz not null default palabre_now(),
  primary key (organisation_id, edition_id, moment),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

-- Who asked for a topic, page after page.
create index letter_preference_wanted on letter_preference (organisation_id, topic, person_id) where wanted;
