-- Dossiers of a network (R151, R148): some of its members work on something together, with tasks, events and a thread.

create table dossier (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  component_id uuid not null,
  -- in its component: `12-dotations`
  number integer not null check (number > 0),
  title text not null check (title <> ''),
  -- marked text
  purpose text not null,
  lang text not null,
  -- its own members, or whoever is inside the space
  reach text not null check (reach in ('members', 'space')),
  version integer not null default 1,
  created_at timestamptz not null default palabre_now(),
  created_by uuid,
  -- null: it is worked on
  closed_at timestamptz,
  closed_by uuid,
  -- what came of it; kept while it is open again, as what was said last
  result text not null default '',
  -- out of sight, by whoever judges it
  hidden_at timestamptz,
  made_from uuid not null,
  primary key (organisation_id, id),
  constraint dossier_number_once unique (organisation_id, component_id, number),
  constraint dossier_made_once unique (organisation_id, made_from),
  constraint dossier_closed_by_somebody check (closed_at is null or closed_by is not null),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  foreign key (organisation_id, created_by) references person (organisation_id, id),
  foreign key (organisation_id, closed_by) references person (organisation_id, id)
);
create index dossier_open on dossier (organisation_id, component_id, created_at desc, id desc) where closed_at is null;
create index dossier_closed on dossier (organisation_id, component_id, closed_at desc, id desc) where closed_at is not null;

-- Who is in it, who is invited, who asks: one row a person and dossier.
create table dossier_member (
  organisation_id uuid not null,
  dossier_id uuid not null,
  person_id uuid not null,
  role text not null default 'member' check (role in ('member', 'lead')),
  -- exactly one: they asked, they were invited, they founded it
  asked_at timestamptz,
  invited_at timestamptz,
  invited_by uuid,
  -- null: not in it yet
  joined_at timestamptz,
  constraint dossier_member_once primary key (organisation_id, dossier_id, person_id),
  constraint dossier_lead_is_in_it check (role = 'member' or joined_at is not null),
  constraint dossier_member_came_somehow check (joined_at is not null or (asked_at is null) <> (invited_at is null)),
  constraint dossier_invited_by_somebody check ((invited_at is null) = (invited_by is null)),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, invited_by) references person (organisation_id, id)
);
create index dossier_member_by_person on dossier_member (organisation_id, person_id);

-- A dossier is never without a lead, whoever leaves at the same time: its row is the lock.
create function keep_dossier_lead() returns trigger language plpgsql as $$
begin
  perform 1 from dossier where organisation_id = old.organisation_id and id = old.dossier_id for update;
  if not exists (select from dossier_member
      where organisation_id = old.organisation_id and dossier_id = old.dossier_id and role = 'lead') then
    raise exception 'a dossier keeps a lead' using errcode = 'check_violation', constraint = 'dossier_keeps_a_lead';
  end if;
  return null;
end $$;
create constraint trigger dossier_keeps_a_lead after delete or update of role on dossier_member
  deferrable initially deferred for each row when (old.role = 'lead') execute function keep_dossier_lead();

create table dossier_task (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  dossier_id uuid not null,
  -- order among them; two may share a place for an instant, and id decides
  position integer not null,
  words text not null check (words <> ''),
  -- of its members; null: nobody yet
  assignee_id uuid,
  due_on date,
  created_at timestamptz not null default palabre_now(),
  created_by uuid,
  done_at timestamptz,
  done_by uuid,
  made_from uuid not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  constraint dossier_task_made_once unique (organisation_id, made_from),
  constraint dossier_task_done_by_somebody check ((done_at is null) = (done_by is null)),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id),
  -- whoever leaves the dossier leaves their tasks to the others
  foreign key (organisation_id, dossier_id, assignee_id)
    references dossier_member (organisation_id, dossier_id, person_id) on delete set null (assignee_id),
  foreign key (organisation_id, created_by) references person (organisation_id, id),
  foreign key (organisation_id, done_by) references person (organisation_id, id)
);
create index dossier_task_in_order on dossier_task (organisation_id, dossier_id, position, id);

-- Events of the same space that it is about.
create table dossier_meeting (
  organisation_id uuid not null,
  dossier_id uuid not null,
  meeting_id uuid not null,
  linked_at timestamptz not null default palabre_now(),
  linked_by uuid,
  constraint dossier_meeting_once primary key (organisation_id, dossier_id, meeting_id),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id) on delete cascade,
  foreign key (organisation_id, linked_by) references person (organisation_id, id)
);
