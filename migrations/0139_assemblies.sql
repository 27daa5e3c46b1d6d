-- General assemblies (« assemblées générales », R157, R89): held at an event of their space; agenda, roll, attendance, proxies,
-- resolutions, votes in the open or secret, minutes.
create table assembly (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  space_id uuid not null,
  component_id uuid not null,
  slug text not null,
  title text not null check (title <> ''),
  introduction text not null default '',
  -- the event it is held at: its day, its place, who comes
  meeting_id uuid not null,
  -- of a hundred votes of the roll, how many must be there; 0: any number will do
  quorum smallint not null default 0 check (quorum between 0 and 100),
  -- proxies that one person may hold
  most_proxies smallint not null default 0 check (most_proxies between 0 and 20),
  -- [{"key","name","share"}]; shares add up to 100; none: every vote counts alike
  colleges jsonb not null default '[]',
  made_from uuid not null,
  version int not null default 1 check (version > 0),
  created_by uuid,
  created_at timestamptz not null default palabre_now(),
  -- the roll is drawn up, members are told
  convened_at timestamptz,
  convened_by uuid,
  opened_at timestamptz,
  opened_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  -- marked text (« procès-verbal »)
  minutes text not null default '',
  minutes_at timestamptz,
  minutes_by uuid,
  primary key (organisation_id, id),
  constraint assembly_slug_unique unique (organisation_id, component_id, slug),
  constraint assembly_made_once unique (organisation_id, made_from),
  constraint assembly_in_order check ((opened_at is null or convened_at is not null) and (closed_at is null or opened_at is not null)),
  constraint assembly_minutes_after check (minutes_at is null or closed_at is not null),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id),
  foreign key (organisation_id, created_by) references person (organisation_id, id)
);
create index assembly_of_component on assembly (organisation_id, component_id, created_at desc, id);

-- Who may vote in it, how many votes they carry, in which college.
create table assembly_voter (
  organisation_id uuid not null,
  assembly_id uuid not null,
  person_id uuid not null,
  -- key of a college; '' where there are none
  college text not null default '',
  votes smallint not null default 1 check (votes between 1 and 100),
  -- whom they speak for: « Commune de Fleury »; '' : themselves
  speaks_for text not null default '',
  arrived_at timestamptz,
  left_at timestamptz,
  primary key (organisation_id, assembly_id, person_id),
  constraint assembly_voter_left_after check (left_at is null or arrived_at is not null),
  foreign key (organisation_id, assembly_id) references assembly (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);

-- A proxy (« pouvoir »): one at a time for whoever gives it, given and taken back under the lock of the assembly.
create table assembly_proxy (
  organisation_id uuid not null,
  assembly_id uuid not null,
  giver_id uuid not null,
  holder_id uuid not null,
  given_at timestamptz not null default palabre_now(),
  primary key (organisation_id, assembly_id, giver_id),
  constraint proxy_to_another check (giver_id <> holder_id),
  constraint proxy_giver_on_roll foreign key (organisation_id, assembly_id, giver_id) references assembly_voter,
  constraint proxy_holder_on_roll foreign key (organisation_id, assembly_id, holder_id) references assembly_voter
);
create index assembly_proxy_of_holder on assembly_proxy (organisation_id, assembly_id, holder_id);

-- What must never be, even in a race: a holder over the limit, a proxy handed on, a holder who gave their own.
create function assembly_proxies_hold() returns trigger language plpgsql as $$
declare most int;
begin
  select most_proxies into most from assembly
    where organisation_id = new.organisation_id and id = new.assembly_id for no key update;
  if (select count(*) from assembly_proxy where organisation_id = new.organisation_id and assembly_id = new.assembly_id
      and holder_id = new.holder_id and giver_id <> new.giver_id) >= most then
    raise exception 'too many proxies' using errcode = 'check_violation', constraint = 'proxy_within_limit';
  end if;
  if exists (select 1 from assembly_proxy where organisation_id = new.organisation_id and assembly_id = new.assembly_id
      and (giver_id = new.holder_id or holder_id = new.giver_id)) then
    raise exception 'a proxy is not handed on' using errcode = 'check_violation', constraint = 'proxy_not_handed_on';
  end if;
  return new;
end $$;
create trigger assembly_proxies_hold before insert or update on assembly_proxy
  for each row execute function assembly_proxies_hold();

-- The agenda (« ordre du jour »).
create table assembly_item (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  assembly_id uuid not null,
  position smallint not null,
  -- a resolution is voted on, a discussion is not
  kind text not null check (kind in ('discussion', 'resolution')),
  title text not null check (title <> ''),
  -- marked text
  body text not null default '',
  -- minutes foreseen; null: nobody said
  minutes_planned smallint check (minutes_planned between 1 and 600),
  version int not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, assembly_id) references assembly (organisation_id, id)
);
create index assembly_item_in_order on assembly_item (organisation_id, assembly_id, position, id);

-- A vote on a resolution, once. The text that is voted on stays as it was read.
create table assembly_vote (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  assembly_id uuid not null,
  item_id uuid not null,
  mode text not null check (mode in ('open', 'secret')),
  majority text not null check (majority in ('simple', 'absolute', 'two-thirds')),
  opened_at timestamptz not null default palabre_now(),
  opened_by uuid,
  -- of a secret vote: when its box closes; in the open, whoever runs the assembly closes it
  closes_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  -- [{"college","yes","no","abstained"}], in votes
  counts jsonb,
  is_adopted boolean,
  primary key (organisation_id, id),
  constraint assembly_vote_once unique (organisation_id, item_id),
  constraint assembly_vote_secret_ends check ((mode = 'secret') = (closes_at is not null)),
  constraint assembly_vote_counted check (num_nonnulls(closed_at, counts, is_adopted) in (0, 3)),
  foreign key (organisation_id, assembly_id) references assembly (organisation_id, id),
  foreign key (organisation_id, item_id) references assembly_item (organisation_id, id)
);
create index assembly_vote_of_assembly on assembly_vote (organisation_id, assembly_id);

create function assembly_item_stays() returns trigger language plpgsql as $$
begin
  if exists (select 1 from assembly_vote where organisation_id = old.organisation_id and item_id = old.id) then
    if tg_op = 'DELETE' or (new.title, new.body, new.kind) is distinct from (old.title, old.body, old.kind) then
      raise exception 'what is voted on stays' using errcode = 'check_violation', constraint = 'assembly_item_stays';
    end if;
  end if;
  return coalesce(new, old);
end $$;
create trigger assembly_item_stays before update or delete on assembly_item
  for each row execute function assembly_item_stays();

-- In the open (« à main levée ») a vote is a name and a word: each member's own, whoever cast it for them.
create table assembly_roll_call (
  organisation_id uuid not null,
  vote_id uuid not null,
  person_id uuid not null,
  choice text not null check (choice in ('yes', 'no', 'abstained')),
  cast_by uuid not null,
  primary key (organisation_id, vote_id, person_id),
  foreign key (organisation_id, vote_id) references assembly_vote (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, cast_by) references person (organisation_id, id)
);

-- The boxes of a secret vote: one a college, each a poll carried by an edition of the space (decision 075).
create table assembly_box (
  organisation_id uuid not null,
  vote_id uuid not null,
  college text not null default '',
  edition_id uuid not null,
  primary key (organisation_id, vote_id, college),
  foreign key (organisation_id, vote_id) references assembly_vote (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create unique index assembly_box_by_edition on assembly_box (organisation_id, edition_id);
