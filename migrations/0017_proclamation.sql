-- Publication at a chosen minute (R57): who asked, when, for when, and how it ended. One at a time for a poll; the
-- publication itself is the act in poll_act.
create table poll_publication (
  organisation_id uuid not null,
  poll_id uuid not null,
  id uuid not null default gen_random_uuid(),
  asked_by uuid,
  asked_at timestamptz not null default palabre_now(),
  publishes_at timestamptz not null,
  ended_at timestamptz,
  -- moved: another time was chosen; dropped: the poll was locked meanwhile
  ending text check (ending in ('published', 'moved', 'cancelled', 'dropped')),
  ended_by uuid,
  primary key (organisation_id, poll_id, id),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id),
  constraint poll_publication_not_in_the_past check (publishes_at >= asked_at),
  constraint poll_publication_ended check ((ended_at is null) = (ending is null))
);
create unique index poll_publication_one_at_a_time on poll_publication (organisation_id, poll_id)
  where ended_at is null;

-- Who signs the minutes (procès-verbal) of a poll, as an officer typed them. The president stands first.
create table poll_bureau (
  organisation_id uuid not null,
  poll_id uuid not null,
  position int not null check (position >= 0),
  name text not null check (name <> ''),
  -- « Maire », « Assesseure »
  function text not null check (function <> ''),
  primary key (organisation_id, poll_id, position),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- Once the result is published, its minutes are public: nobody is added to them, nobody taken away.
create function refuse_change_of_bureau() returns trigger language plpgsql as $$
begin
  if exists (select 1 from poll_act a where a.organisation_id = coalesce(new.organisation_id, old.organisation_id)
    and a.poll_id = coalesce(new.poll_id, old.poll_id) and a.kind = 'published') then
    raise exception 'the minutes are published' using errcode = 'check_violation', constraint = 'poll_bureau_is_frozen';
  end if;
  return coalesce(new, old);
end $$;
create trigger poll_bureau_is_frozen before insert or update or delete on poll_bureau
  for each row execute function refuse_change_of_bureau();

-- The minutes name every point of vote: from the publication on, none is added, renamed or taken away.
create function refuse_change_of_points() returns trigger language plpgsql as $$
begin
  if exists (select 1 from poll p join poll_act a on a.organisation_id = p.organisation_id and a.poll_id = p.id
    where p.organisation_id = coalesce(new.organisation_id, old.organisation_id)
    and p.edition_id = coalesce(new.edition_id, old.edition_id) and a.kind = 'published') then
    raise exception 'the minutes are published' using errcode = 'check_violation', constraint = 'vote_point_is_frozen';
  end if;
  return coalesce(new, old);
end $$;
create trigger vote_point_is_frozen before insert or update or delete on vote_point
  for each row execute function refuse_change_of_points();
