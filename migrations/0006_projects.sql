-- A costed project; its number is given when the list is frozen (R44, R50).
create table project (
  organisation_id uuid not null,
  edition_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number int check (number > 0),
  title text not null,
  summary text not null,
  category_id uuid,
  -- cents
  cost bigint not null,
  place text not null default '',
  holder_id uuid,
  -- of its earliest idea, or its own: the first deposited wins a tie
  deposited_at timestamptz not null default palabre_now(),
  -- the id it had in the file it came from
  imported_id text,
  created_by uuid,
  created_at timestamptz not null default palabre_now(),
  changed_at timestamptz,
  primary key (organisation_id, id),
  constraint project_number_unique unique (organisation_id, edition_id, number),
  constraint project_import_unique unique (organisation_id, edition_id, imported_id),
  constraint project_not_empty check (title <> ''),
  constraint project_cost_not_negative check (cost >= 0),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, category_id) references category (organisation_id, id),
  foreign key (organisation_id, holder_id) references person (organisation_id, id)
);
create index project_by_edition on project (organisation_id, edition_id, number);

create table project_source (
  organisation_id uuid not null,
  project_id uuid not null,
  idea_id uuid not null,
  primary key (organisation_id, project_id, idea_id),
  constraint project_source_once unique (organisation_id, idea_id),
  foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint project_source_has_its_idea foreign key (organisation_id, idea_id) references idea (organisation_id, id)
);

-- The numbered list is frozen once: who, when. Afterwards its projects do not change.
create table project_list (
  organisation_id uuid not null,
  edition_id uuid not null,
  frozen_at timestamptz not null default palabre_now(),
  frozen_by uuid,
  projects int not null,
  -- cents, of all its projects together
  cost bigint not null,
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create function refuse_change_of_frozen_list() returns trigger language plpgsql as $$
declare
  touched record;
begin
  touched := coalesce(new, old);
  -- the edition's row is the lock that freezing takes
  perform 1 from edition where organisation_id = touched.organisation_id and id = touched.edition_id for share;
  if exists (select 1 from project_list l where l.organisation_id = touched.organisation_id and l.edition_id = touched.edition_id) then
    raise exception 'the list is frozen' using errcode = 'check_violation', constraint = 'project_list_is_frozen';
  end if;
  return touched;
end $$;
create trigger project_list_is_frozen before insert or update or delete on project
  for each row execute function refuse_change_of_frozen_list();

-- The ideas a project comes from belong to it: they do not change any more either.
create function refuse_change_of_frozen_sources() returns trigger language plpgsql as $$
declare
  touched record;
  edition uuid;
begin
  touched := coalesce(new, old);
  select p.edition_id into edition from project p
    where p.organisation_id = touched.organisation_id and p.id = touched.project_id;
  perform 1 from edition e where e.organisation_id = touched.organisation_id and e.id = edition for share;
  if exists (select 1 from project_list l where l.organisation_id = touched.organisation_id and l.edition_id = edition) then
    raise exception 'the list is frozen' using errcode = 'check_violation', constraint = 'project_list_is_frozen';
  end if;
  return touched;
end $$;
create trigger project_sources_are_frozen before insert or update or delete on project_source
  for each row execute function refuse_change_of_frozen_sources();
create trigger project_list_is_append_only before update or delete or truncate on project_list
  for each statement execute function refuse_rewriting();
