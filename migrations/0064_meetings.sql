-- Public events (R55, R56, R63, R84, R85, R87): meetings, who comes to them, who of the town is there, what was said of them.
create table meeting (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  edition_id uuid,
  kind text not null check (kind in
    ('public-meeting', 'workshop', 'booth', 'office-hours', 'festival', 'visit', 'inauguration', 'other')),
  title text not null check (title <> ''),
  description text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null check (place <> ''),
  -- step-free access, hearing loop, parking, languages spoken
  access text not null default '',
  -- decimal degrees (WGS 84); both or none
  latitude double precision,
  longitude double precision,
  -- what it is about, of any room of its edition: a point of vote, a project, a realisation
  target_kind text check (target_kind in ('vote-point', 'project', 'realisation')),
  target_id uuid,
  takes_registrations boolean not null default false,
  -- seats; null: as many as come
  capacity int check (capacity > 0),
  version int not null default 1 check (version > 0),
  created_by uuid,
  created_at timestamptz not null default palabre_now(),
  -- null: being prepared, seen by officers only
  published_by uuid,
  published_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancel_message text not null default '',
  -- its registrations were deleted, as was promised
  forgotten_at timestamptz,
  primary key (organisation_id, id),
  constraint meeting_number_once unique (organisation_id, number),
  constraint meeting_in_order check (starts_at < ends_at),
  constraint meeting_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint meeting_both_degrees check ((latitude is null) = (longitude is null)),
  constraint meeting_target_whole check ((target_kind is null) = (target_id is null)),
  constraint meeting_target_in_edition check (target_id is null or edition_id is not null),
  constraint meeting_cancelled_with_words check (cancelled_at is null or (published_at is not null and cancel_message <> '')),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create index meeting_by_time on meeting (organisation_id, starts_at, id);
create index meeting_by_edition on meeting (organisation_id, edition_id, starts_at) where edition_id is not null;
create index meeting_by_target on meeting (organisation_id, target_kind, target_id) where target_id is not null;
create index meeting_to_forget on meeting (ends_at) where forgotten_at is null;

-- Kept no longer than is said on the form; withdrawn, it is gone.
create table meeting_registration (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  -- null: somebody without an account, whose address a mailed link has proven
  person_id uuid,
  name text not null check (name <> ''),
  email text not null,
  mailbox text not null,
  locale text not null check (locale in ('fr', 'en')),
  profile text not null check (profile in ('resident', 'elected', 'agent', 'provider')),
  registered_at timestamptz not null default palabre_now(),
  -- null: the address is not proven yet; gone after two days
  confirmed_at timestamptz,
  -- null: on the waiting list
  seated_at timestamptz,
  primary key (organisation_id, id),
  constraint meeting_registration_once unique (organisation_id, meeting_id, mailbox),
  constraint meeting_seat_is_confirmed check (seated_at is null or confirmed_at is not null),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index meeting_registration_by_person on meeting_registration (organisation_id, person_id)
  where person_id is not null;
create index meeting_registration_unproven on meeting_registration (registered_at) where confirmed_at is null;

-- The last seat is given once, whoever asks at the same time: the meeting's row is the lock.
create function hold_meeting_capacity() returns trigger language plpgsql as $$
declare
  seats int;
begin
  if new.seated_at is null then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if old.seated_at is not null then
      return new;
    end if;
  end if;
  select capacity into seats from meeting
    where organisation_id = new.organisation_id and id = new.meeting_id for update;
  if seats is not null and (select count(*) from meeting_registration
      where organisation_id = new.organisation_id and meeting_id = new.meeting_id and seated_at is not null) >= seats then
    raise exception 'every seat is taken' using errcode = 'check_violation', constraint = 'meeting_capacity_holds';
  end if;
  return new;
end $$;
create trigger hold_meeting_capacity before insert or update of seated_at on meeting_registration
  for each row execute function hold_meeting_capacity();

create function keep_meeting_seats() returns trigger language plpgsql as $$
begin
  if new.capacity is not null and (select count(*) from meeting_registration
      where organisation_id = new.organisation_id and meeting_id = new.id and seated_at is not null) > new.capacity then
    raise exception 'more people hold a seat' using errcode = 'check_violation', constraint = 'meeting_keeps_its_seats';
  end if;
  return new;
end $$;
create trigger keep_meeting_seats before update of capacity on meeting
  for each row execute function keep_meeting_seats();

-- Who of the town is there: elected people and agents (R55).
create table meeting_presence (
  organisation_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  assigned_by uuid,
  assigned_at timestamptz not null default palabre_now(),
  constraint meeting_presence_once primary key (organisation_id, meeting_id, person_id),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, assigned_by) references person (organisation_id, id) on delete set null (assigned_by)
);
create index meeting_presence_by_person on meeting_presence (organisation_id, person_id);

-- What became of it: how many came, by what they are (R87), and what was said.
create table meeting_report (
  organisation_id uuid not null,
  meeting_id uuid not null,
  residents int not null check (residents between 0 and 1000000),
  elected int not null check (elected between 0 and 1000000),
  agents int not null check (agents between 0 and 1000000),
  providers int not null check (providers between 0 and 1000000),
  words text not null check (words <> ''),
  version int not null default 1 check (version > 0),
  written_by uuid,
  published_at timestamptz not null default palabre_now(),
  primary key (organisation_id, meeting_id),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id) on delete cascade
);

create table meeting_photo (
  organisation_id uuid not null,
  meeting_id uuid not null,
  file_id uuid not null,
  added_at timestamptz not null default palabre_now(),
  primary key (organisation_id, meeting_id, file_id),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id) on delete cascade,
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);
