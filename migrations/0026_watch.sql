-- Watching a vote (integrity part 0, points 4, 5 and 12; decision 015): sums only, never a time beside a person, and ballots
-- declared invalid by a rule that two officers agree on.

-- Votes taken in a minute that is over, of the hour under way; written by nobody's vote, and folded into hours.
create table vote_minute (
  organisation_id uuid not null,
  poll_id uuid not null,
  channel text not null check (channel in ('online', 'paper')),
  -- null: from afar
  point_id uuid,
  minute timestamptz not null,
  votes int not null check (votes > 0),
  constraint vote_minute_once unique nulls not distinct (poll_id, channel, point_id, minute),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

create table vote_hour (
  organisation_id uuid not null,
  poll_id uuid not null,
  channel text not null check (channel in ('online', 'paper')),
  point_id uuid,
  hour timestamptz not null,
  votes int not null check (votes > 0),
  -- from the first minute with a vote to the last, the sum of the squares of their votes, and the most of one
  minutes int,
  squares bigint,
  busiest int,
  constraint vote_hour_once unique nulls not distinct (poll_id, channel, point_id, hour),
  -- of few votes, nothing finer than the hour
  constraint vote_hour_hides_few check (votes >= 10 or coalesce(minutes, squares, busiest) is null),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- How many devices brought one vote, two, three to five…: no row for a device.
create table vote_device_count (
  organisation_id uuid not null,
  poll_id uuid not null,
  -- the fewest votes of its step
  votes smallint not null check (votes in (1, 2, 3, 6, 11)),
  -- may fall below zero for a moment: another node has not written its part yet
  devices int not null,
  constraint vote_device_count_once primary key (poll_id, votes),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- What was refused to people on their way to vote, a day at a time.
create table vote_refusal_count (
  organisation_id uuid not null,
  poll_id uuid not null,
  kind text not null,
  day date not null,
  refusals int not null check (refusals > 0),
  constraint vote_refusal_count_once primary key (poll_id, kind, day),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

create table poll_invalidation (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  poll_id uuid not null,
  rule jsonb not null,
  -- keyed hashes of whom the rule speaks, where it names them; emptied once it is settled
  marks text[] not null default '{}',
  reason text not null check (reason <> ''),
  -- lines of the roll and ballots: as seen when it was proposed, then as they were when it was confirmed
  lines int not null check (lines > 0),
  ballots int not null check (ballots >= 0),
  -- voters who contested and were given their vote back
  restored int not null default 0 check (restored >= 0 and restored <= lines),
  proposed_by uuid not null,
  proposed_at timestamptz not null default palabre_now(),
  outcome text check (outcome in ('confirmed', 'withdrawn')),
  settled_by uuid,
  settled_at timestamptz,
  primary key (organisation_id, id),
  constraint poll_invalidation_settled_whole check (
    (outcome is null) = (settled_by is null) and (outcome is null) = (settled_at is null)),
  constraint poll_invalidation_two_officers check (outcome is distinct from 'confirmed' or settled_by <> proposed_by),
  constraint poll_invalidation_forgets_whom check (outcome is null or marks = '{}'),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);
create index poll_invalidation_of_poll on poll_invalidation (organisation_id, poll_id, proposed_at);

-- What was proposed stays as it was, and what was settled stays settled.
create function keep_invalidation() returns trigger language plpgsql as $$
begin
  if (new.organisation_id, new.id, new.poll_id, new.rule, new.reason, new.proposed_by, new.proposed_at)
      is distinct from (old.organisation_id, old.id, old.poll_id, old.rule, old.reason, old.proposed_by, old.proposed_at)
    or (old.outcome is not null and (new.outcome, new.settled_by, new.settled_at, new.lines, new.ballots)
      is distinct from (old.outcome, old.settled_by, old.settled_at, old.lines, old.ballots))
    or new.restored < old.restored
  then
    raise exception 'an invalidation is kept as it is' using errcode = 'check_violation', constraint = 'poll_invalidation_is_kept';
  end if;
  return new;
end $$;
create trigger poll_invalidation_is_kept before update on poll_invalidation
  for each row execute function keep_invalidation();
