-- Action groups of a movement (R2, R3, R24, part 2.1): who is in them, what they did in public, how they are certified.
create table action_group (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  -- what its address says
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('local', 'thematic', 'functional', 'county-loop')),
  name text not null check (name <> ''),
  presentation text not null default '',
  -- where it meets, in words; '' : nowhere in particular
  place text not null default '',
  -- number of a French département (`93`, `2A`, `974`); '' : of none
  county text not null default '' check (county ~ '^([0-9]{2}|2[AB]|97[0-9]|98[0-9]|99)?$'),
  -- decimal degrees (WGS 84); both or none
  latitude double precision,
  longitude double precision,
  -- whether whoever asks is in at once
  joining text not null default 'open' check (joining in ('open', 'approval')),
  version int not null default 1 check (version > 0),
  founded_by uuid not null,
  founded_at timestamptz not null default palabre_now(),
  -- how its certification stands; `certification_act` tells how it came to that
  requested_at timestamptz,
  certified_at timestamptz,
  warned_at timestamptz,
  -- when a warned group loses its certification, unless it is in order before
  loses_at timestamptz,
  name_key text generated always as (palabre_fold(name)) stored,
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(name)), 'A')
      || setweight(to_tsvector('palabre_fr', palabre_fold(place)), 'B')
      || setweight(to_tsvector('palabre_fr', palabre_fold(presentation)), 'C')
  ) stored,
  primary key (organisation_id, id),
  constraint action_group_slug_once unique (organisation_id, slug),
  constraint action_group_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint action_group_both_degrees check ((latitude is null) = (longitude is null)),
  constraint action_group_loop_has_county check (kind <> 'county-loop' or county <> ''),
  constraint action_group_asks_what_it_lacks check (requested_at is null or certified_at is null),
  constraint action_group_warned_whole check ((warned_at is null) = (loses_at is null)
    and (warned_at is null or certified_at is not null) and loses_at > warned_at),
  foreign key (organisation_id, founded_by) references person (organisation_id, id)
);
create index action_group_by_name on action_group (organisation_id, name_key, id);
create index action_group_by_kind on action_group (organisation_id, kind, name_key, id);
create index action_group_by_county on action_group (organisation_id, county, name_key, id);
create index action_group_certified on action_group (organisation_id, name_key, id) where certified_at is not null;
create index action_group_requested on action_group (organisation_id, requested_at, id) where requested_at is not null;
create index action_group_words on action_group using gin (organisation_id, words);

-- Who is in it. That somebody belongs to a group of a movement is known to its members only (article 9 of the GDPR);
-- leads are named to everybody, by their nickname, as they accept when they become one.
create table group_member (
  organisation_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('member', 'manager', 'lead')),
  -- may handle money for the group, beside any role
  treasurer_at timestamptz,
  treasurer_by uuid,
  -- as they declare it for this group, or not; seen by its leads and the office
  gender text check (gender in ('woman', 'man', 'other')),
  joined_at timestamptz not null default palabre_now(),
  constraint group_member_once primary key (organisation_id, group_id, person_id),
  constraint group_treasurer_by_somebody check ((treasurer_at is null) = (treasurer_by is null)),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, treasurer_by) references person (organisation_id, id)
);
create index group_member_by_person on group_member (organisation_id, person_id);

-- A group is never without a lead, whoever leaves at the same time: the group's row is the lock.
create function keep_group_lead() returns trigger language plpgsql as $$
begin
  perform 1 from action_group where organisation_id = old.organisation_id and id = old.group_id for update;
  if not exists (select from group_member
      where organisation_id = old.organisation_id and group_id = old.group_id and role = 'lead') then
    raise exception 'a group keeps a lead' using errcode = 'check_violation', constraint = 'group_keeps_a_lead';
  end if;
  return null;
end $$;
create constraint trigger group_keeps_a_lead after delete or update of role on group_member
  deferrable initially deferred for each row when (old.role = 'lead') execute function keep_group_lead();

-- Who asks to be let in, where a group wants to be asked.
create table group_join_request (
  organisation_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  words text not null default '',
  asked_at timestamptz not null default palabre_now(),
  constraint group_join_request_once primary key (organisation_id, group_id, person_id),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);

-- An address that was written to; the link is signed and kept nowhere. Deleted when it is used, taken back or too old.
create table group_invitation (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  email text not null,
  mailbox text not null,
  invited_by uuid not null,
  invited_at timestamptz not null default palabre_now(),
  expires_at timestamptz not null,
  primary key (organisation_id, id),
  constraint group_invitation_once unique (organisation_id, group_id, mailbox),
  constraint group_invitation_ends check (expires_at > invited_at),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, invited_by) references person (organisation_id, id)
);
create index group_invitation_old on group_invitation (expires_at);

-- What a group did in public, as its managers declare it.
create table group_public_action (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  title text not null check (title <> ''),
  held_on date not null,
  place text not null check (place <> ''),
  -- who were there, members and others
  people int not null check (people between 1 and 100000),
  declared_by uuid not null,
  declared_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint group_public_action_once unique (organisation_id, group_id, held_on, title),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, declared_by) references person (organisation_id, id)
);

-- What a group must fulfil to be certified, where the movement has said so; null: not asked.
create table certification_criteria (
  organisation_id uuid not null references organisation (id),
  leads int check (leads between 2 and 20),
  age_days int check (age_days between 1 and 3650),
  members int check (members between 1 and 1000),
  actions int check (actions between 1 and 100),
  charter text not null check (charter <> ''),
  version int not null default 1 check (version > 0),
  saved_by uuid not null,
  saved_at timestamptz not null default palabre_now(),
  primary key (organisation_id),
  foreign key (organisation_id, saved_by) references person (organisation_id, id)
);

-- Each step of a certification, public inside the movement; never rewritten.
create table certification_act (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  sequence bigint generated always as identity,
  kind text not null check (kind in
    ('requested', 'granted', 'refused', 'warned', 'lifted', 'lost', 'withdrawn')),
  -- of a refusal or a withdrawal
  reason text not null default '',
  -- criteria that were not met
  unmet text[] not null default '{}',
  -- null: the date did it
  by_person uuid,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint certification_act_with_reason check (kind not in ('refused', 'withdrawn') or reason <> ''),
  constraint certification_act_by_somebody check ((by_person is null) = (kind in ('warned', 'lifted', 'lost'))),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, by_person) references person (organisation_id, id)
);
create index certification_act_by_group on certification_act (organisation_id, group_id, sequence desc);
create trigger certification_act_is_append_only before update or delete or truncate on certification_act
  for each statement execute function refuse_rewriting();
revoke update, delete, truncate on certification_act from public;
