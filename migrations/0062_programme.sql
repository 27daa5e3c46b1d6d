-- A whole programme comes in from a file (issue 6, R59, R81), and every realisation stands in one list across editions.

-- What the lists, filters and searches of all editions read, kept beside each realisation: one row each, no join.
alter table realisation
  -- of its edition where a file says it; else the one it was begun in
  add column year smallint not null default extract(year from palabre_now() at time zone 'Europe/Paris'),
  -- of its project in the list of its edition
  add column number int not null default 0,
  add column title text not null default '',
  -- name of its category
  add column theme text not null default '',
  add column place text not null default '',
  add column district text not null default '',
  add column latitude double precision,
  add column longitude double precision,
  add column words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(title)), 'A')
    || setweight(to_tsvector('palabre_fr', palabre_fold(theme || ' ' || place || ' ' || district)), 'B')
  ) stored;

create function keep_realisation_listing() returns trigger language plpgsql as $$
begin
  select coalesce(p.number, 0), p.title, coalesce(c.name, ''), p.place, p.district, p.latitude, p.longitude
    into new.number, new.title, new.theme, new.place, new.district, new.latitude, new.longitude
    from project p left join category c on c.organisation_id = p.organisation_id and c.id = p.category_id
    where p.organisation_id = new.organisation_id and p.id = new.project_id;
  return new;
end $$;
create trigger keep_realisation_listing before insert on realisation
  for each row execute function keep_realisation_listing();

create function keep_listing_of_project() returns trigger language plpgsql as $$
begin
  update realisation r
  set number = coalesce(new.number, 0), title = new.title, place = new.place, district = new.district,
    latitude = new.latitude, longitude = new.longitude,
    theme = coalesce((select c.name from category c
      where c.organisation_id = new.organisation_id and c.id = new.category_id), '')
  where r.organisation_id = new.organisation_id and r.project_id = new.id;
  return null;
end $$;
create trigger keep_listing_of_project after update on project
  for each row execute function keep_listing_of_project();

create function keep_listing_of_category() returns trigger language plpgsql as $$
begin
  update realisation r set theme = new.name from project p
  where p.organisation_id = new.organisation_id and p.category_id = new.id
    and r.organisation_id = p.organisation_id and r.project_id = p.id;
  return null;
end $$;
create trigger keep_listing_of_category after update of name on category
  for each row when (old.name is distinct from new.name) execute function keep_listing_of_category();

update realisation r
set year = extract(year from r.begun_at at time zone 'Europe/Paris'),
  number = coalesce(p.number, 0), title = p.title, place = p.place, district = p.district,
  latitude = p.latitude, longitude = p.longitude, theme = coalesce(c.name, '')
from project p left join category c on c.organisation_id = p.organisation_id and c.id = p.category_id
where p.organisation_id = r.organisation_id and p.id = r.project_id;

create index realisation_newest on realisation (organisation_id, (-year), number, id);
create index realisation_dearest on realisation (organisation_id, (-voted_cost), id);
create index realisation_words on realisation using gin (words);

-- The next planned day is the first one still to be met, also where the steps before it have none.
create or replace function keep_realisation_standing() returns trigger language plpgsql as $$
declare
  row record;
  standing record;
begin
  row := coalesce(new, old);
  select coalesce((array_agg(s.stage order by s.position desc) filter (where s.done_on is not null))[1], 'to-launch') as stage,
      (array_agg(s.stage order by s.position) filter (where s.done_on is null))[1] as next_stage,
      min(s.planned_on) filter (where s.done_on is null) as next_on
    into standing from realisation_step s
    where s.organisation_id = row.organisation_id and s.realisation_id = row.realisation_id;
  update realisation r
  set stage = standing.stage, next_stage = standing.next_stage, next_on = standing.next_on
  where r.organisation_id = row.organisation_id and r.id = row.realisation_id
    and (r.stage, r.next_stage, r.next_on) is distinct from (standing.stage, standing.next_stage, standing.next_on);
  return null;
end $$;
update realisation_step set position = position;

-- Editions that came in with a programme: no vote was held here that their list must stand still for, so it follows
-- the file. Every other frozen list stays as it is.
create table programme_edition (
  organisation_id uuid not null,
  edition_id uuid not null,
  made_at timestamptz not null default palabre_now(),
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create function is_of_programme(organisation uuid, edition uuid) returns boolean language sql stable as $$
  select exists (select 1 from programme_edition e where e.organisation_id = organisation and e.edition_id = edition)
$$;
create or replace function refuse_change_of_frozen_list() returns trigger language plpgsql as $$
declare
  touched record;
begin
  touched := coalesce(new, old);
  -- the edition's row is the lock that freezing takes
  perform 1 from edition where organisation_id = touched.organisation_id and id = touched.edition_id for share;
  if exists (select 1 from project_list l where l.organisation_id = touched.organisation_id and l.edition_id = touched.edition_id)
    and not is_of_programme(touched.organisation_id, touched.edition_id) then
    raise exception 'the list is frozen' using errcode = 'check_violation', constraint = 'project_list_is_frozen';
  end if;
  return touched;
end $$;
create function refuse_rewriting_list() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % cannot be changed', tg_table_name using errcode = 'P0001';
end $$;
drop trigger project_list_is_append_only on project_list;
create trigger project_list_is_append_only before update on project_list
  for each row when (not is_of_programme(old.organisation_id, old.edition_id)) execute function refuse_rewriting_list();
create trigger project_list_is_never_removed before delete or truncate on project_list
  for each statement execute function refuse_rewriting();

-- One file of realisations: taken in, columns named, looked at, then imported some hundred lines at a time.
create table programme_import (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  file_name text not null,
  -- of the file's bytes: the same file goes on where it was left
  sha256 text not null,
  columns text[] not null,
  rows int not null check (rows between 1 and 20000),
  -- null: its columns are not named yet
  mapping jsonb,
  stage text not null default 'uploaded' check (stage in ('uploaded', 'waiting', 'importing', 'done', 'stopped')),
  last_row int not null default 0,
  added int not null default 0,
  changed int not null default 0,
  same int not null default 0,
  refused int not null default 0,
  -- cells
  odd int not null default 0,
  uploaded_by uuid,
  uploaded_at timestamptz not null default palabre_now(),
  ended_at timestamptz,
  primary key (organisation_id, id),
  constraint programme_import_is_mapped check (stage = 'uploaded' or ended_at is not null or mapping is not null)
);
create index programme_import_newest on programme_import (organisation_id, uploaded_at desc, id);
create unique index programme_import_one_at_a_time on programme_import (organisation_id)
  where stage in ('waiting', 'importing');

-- Lines of a file, until its import ends.
create table programme_import_row (
  organisation_id uuid not null,
  import_id uuid not null,
  -- of the file, as a spreadsheet counts them
  row int not null,
  cells text[] not null,
  primary key (organisation_id, import_id, row),
  foreign key (organisation_id, import_id) references programme_import (organisation_id, id)
);

-- What was odd or had changed, cell by cell, and so what was done with it.
create table programme_note (
  organisation_id uuid not null,
  import_id uuid not null,
  row int not null,
  position smallint not null,
  column_name text not null,
  value text not null,
  -- of a cell that changed: what it said before
  before text,
  reason text not null,
  primary key (organisation_id, import_id, row, position),
  foreign key (organisation_id, import_id) references programme_import (organisation_id, id)
);

-- Every cell of the line that a realisation came from, by the name of its column: nothing of the file is lost, and a
-- line that comes again is the same or has changed.
create table programme_line (
  organisation_id uuid not null,
  realisation_id uuid not null,
  cells jsonb not null,
  import_id uuid not null,
  row int not null,
  primary key (organisation_id, realisation_id),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id) on delete cascade
);

-- The day it is in Paris, by the clock of the database.
create function palabre_today() returns date language sql stable as $$
  select (palabre_now() at time zone 'Europe/Paris')::date
$$;
