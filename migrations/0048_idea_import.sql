-- A film that lies elsewhere: shown as a link, never embedded (R74).
alter table idea_draft
  add column video_link text not null default '',
  add constraint idea_draft_video_link_is_web check (video_link = '' or (video_link ~ '^https://' and length(video_link) <= 500));
alter table idea
  add column video_link text not null default '',
  add constraint idea_video_link_is_web check (video_link = '' or (video_link ~ '^https://' and length(video_link) <= 500));

-- What a line of a file said of an idea: its number there, and the day it was deposited.
alter table idea_origin
  add column source_id text not null default '',
  add column deposited_on date;

-- Ideas of a CSV or a spreadsheet (R38): taken in, columns named, looked at, then imported by a job.
create table idea_import (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  file_name text not null,
  kind text not null check (kind in ('csv', 'xlsx')),
  -- of a CSV, as it was found out; of a spreadsheet, the name of its sheet
  encoding text not null default '',
  separator text not null default '',
  sheet text not null default '',
  columns text[] not null,
  -- lines of ideas in the file, empty ones left out
  rows int not null check (rows between 0 and 20000),
  -- null: its columns are not named yet
  mapping jsonb,
  stage text not null default 'uploaded' check (stage in ('uploaded', 'waiting', 'importing', 'done', 'stopped')),
  last_row int not null default 0,
  added int not null default 0,
  odd int not null default 0,
  known int not null default 0,
  uploaded_by uuid,
  uploaded_at timestamptz not null default palabre_now(),
  -- the office answers for the consent of the holders: when it said so
  consent_at timestamptz,
  ended_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  primary key (organisation_id, id),
  constraint idea_import_answered_for check (stage = 'uploaded' or ended_at is not null or (mapping is not null and consent_at is not null)),
  constraint idea_import_undone_once_ended check (undone_at is null or ended_at is not null),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create index idea_import_by_edition on idea_import (organisation_id, edition_id, uploaded_at desc, id);
create unique index idea_import_one_at_a_time on idea_import (organisation_id, edition_id) where stage in ('waiting', 'importing');

-- Lines of a file, until its import ends.
create table idea_import_row (
  organisation_id uuid not null,
  import_id uuid not null,
  -- of the file, as a spreadsheet counts them
  row int not null,
  cells text[] not null,
  primary key (organisation_id, import_id, row),
  foreign key (organisation_id, import_id) references idea_import (organisation_id, id)
);

-- Which line became which idea: each line of an edition once, whatever file it comes in again.
create table idea_import_entry (
  organisation_id uuid not null,
  edition_id uuid not null,
  -- its number in the file, or the hash of what it says
  key text not null,
  import_id uuid not null,
  idea_id uuid not null,
  row int not null,
  constraint idea_import_entry_once primary key (organisation_id, edition_id, key),
  foreign key (organisation_id, import_id) references idea_import (organisation_id, id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id)
);
create index idea_import_entry_by_import on idea_import_entry (organisation_id, import_id, row);
create index idea_import_entry_by_idea on idea_import_entry (organisation_id, idea_id);

-- What was odd, cell by cell; a line with an odd cell is no idea.
create table idea_import_oddity (
  organisation_id uuid not null,
  import_id uuid not null,
  row int not null,
  -- of the fields that lines hold: "title", "category"…
  field text not null,
  -- heading of its column in the file; '' where the whole line is meant
  column_name text not null,
  value text not null,
  reason text not null,
  primary key (organisation_id, import_id, row, field),
  foreign key (organisation_id, import_id) references idea_import (organisation_id, id)
);

-- Ideas of an import that is taken back lower the counts of their words too.
create function count_idea_words_down() returns trigger language plpgsql as $$
begin
  insert into idea_word as w (organisation_id, edition_id, stem, ideas)
    select i.organisation_id, i.edition_id, t.stem, -count(*)
    from removed i, unnest(tsvector_to_array(i.words)) as t (stem)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (organisation_id, edition_id, stem) do update set ideas = w.ideas + excluded.ideas;
  return null;
end $$;
create trigger idea_words_are_counted_down after delete on idea
  referencing old table as removed for each statement execute function count_idea_words_down();
