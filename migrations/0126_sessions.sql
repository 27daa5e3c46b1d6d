-- A congress: the programme of a meeting, session by session, each with its seats and its waiting list.
create table meeting_session (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  title text not null check (title <> ''),
  description text not null default '',
  -- who speaks, in words
  speakers text not null default '',
  room text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- seats; null: as many as come
  capacity int check (capacity > 0),
  version int not null default 1 check (version > 0),
  -- the form that made it: sent twice, it makes one
  made_from uuid not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  -- what who had signed up was told
  cancel_message text not null default '',
  primary key (organisation_id, id),
  constraint meeting_session_made_once unique (organisation_id, made_from),
  constraint meeting_session_hours unique (organisation_id, id, starts_at, ends_at),
  constraint meeting_session_in_order check (starts_at < ends_at),
  constraint meeting_session_cancelled_with_words check ((cancelled_at is null) = (cancel_message = '')),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id) on delete cascade,
  foreign key (organisation_id, cancelled_by) references person (organisation_id, id)
);
create index meeting_session_by_time on meeting_session (organisation_id, meeting_id, starts_at, id);

-- Who comes to a session; withdrawn, it is gone. Its hours are those of the session, so that nobody is in two at once.
create table meeting_session_seat (
  organisation_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  asked_at timestamptz not null default palabre_now(),
  -- null: on the waiting list
  seated_at timestamptz,
  constraint meeting_session_seat_once primary key (organisation_id, session_id, person_id),
  constraint meeting_session_one_at_a_time exclude using gist
    (organisation_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&),
  constraint meeting_session_seat_in_hours foreign key (organisation_id, session_id, starts_at, ends_at)
    references meeting_session (organisation_id, id, starts_at, ends_at) on update cascade on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index meeting_session_seat_in_order on meeting_session_seat (organisation_id, session_id, asked_at, person_id);
create index meeting_session_seat_by_person on meeting_session_seat (organisation_id, person_id, starts_at);

-- The last seat is given once, whoever asks at the same time: the session's row is the lock.
create function hold_session_capacity() returns trigger language plpgsql as $$
declare
  seats int;
begin
  if new.seated_at is null or (tg_op = 'UPDATE' and old.seated_at is not null) then
    return new;
  end if;
  select capacity into seats from meeting_session
    where organisation_id = new.organisation_id and id = new.session_id for update;
  if seats is not null and (select count(*) from meeting_session_seat
      where organisation_id = new.organisation_id and session_id = new.session_id and seated_at is not null) >= seats then
    raise exception 'every seat is taken' using errcode = 'check_violation', constraint = 'session_capacity_holds';
  end if;
  return new;
end $$;
create trigger hold_session_capacity before insert or update of seated_at on meeting_session_seat
  for each row execute function hold_session_capacity();

-- A session stands within its meeting, and keeps the seats it gave.
create function hold_session_in_meeting() returns trigger language plpgsql as $$
begin
  perform from meeting where organisation_id = new.organisation_id and id = new.meeting_id
    and starts_at <= new.starts_at and new.ends_at <= ends_at for share;
  if not found then
    raise exception 'a session stands within its meeting' using errcode = 'check_violation', constraint = 'session_within_meeting';
  end if;
  if tg_op = 'UPDATE' and new.capacity is not null and (select count(*) from meeting_session_seat
      where organisation_id = new.organisation_id and session_id = new.id and seated_at is not null) > new.capacity then
    raise exception 'more people hold a seat' using errcode = 'check_violation', constraint = 'session_keeps_its_seats';
  end if;
  return new;
end $$;
create trigger hold_session_in_meeting before insert or update of starts_at, ends_at, capacity on meeting_session
  for each row execute function hold_session_in_meeting();

create function hold_sessions_of_meeting() returns trigger language plpgsql as $$
begin
  if exists (select from meeting_session where organisation_id = new.organisation_id and meeting_id = new.id
      and cancelled_at is null and (starts_at < new.starts_at or ends_at > new.ends_at)) then
    raise exception 'its programme would stand outside' using errcode = 'check_violation', constraint = 'meeting_holds_its_sessions';
  end if;
  return new;
end $$;
create trigger hold_sessions_of_meeting before update of starts_at, ends_at on meeting
  for each row execute function hold_sessions_of_meeting();

-- A draft that was begun from a workshop keeps it until it is published: the idea came out of it.
alter table idea_draft
  add column meeting_id uuid,
  add constraint idea_draft_of_meeting foreign key (organisation_id, meeting_id) references meeting (organisation_id, id);
