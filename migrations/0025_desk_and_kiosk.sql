-- Voting in person: the officer's desk at a point of vote, and the devices that stand there as kiosks (R53, R79).

-- An outer envelope is one voter's at its point.
create unique index elector_envelope_once on elector (poll_id, point_id, envelope_number)
  where envelope_number is not null;
create index elector_by_point on elector (poll_id, point_id, channel_state) where point_id is not null;

-- Somebody serving at a point, from when they open their desk until they close it. Counts, no voter.
create table vote_desk (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  poll_id uuid not null,
  point_id uuid not null,
  person_id uuid not null,
  opened_at timestamptz not null default palabre_now(),
  closed_at timestamptz,
  papers int not null default 0,
  taken_back int not null default 0,
  kiosk_codes int not null default 0,
  -- of the last paper handed out, with a secret of this officer's browser: it can be taken back, once
  undo_hash text,
  primary key (organisation_id, id),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id),
  foreign key (organisation_id, point_id) references vote_point (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create unique index vote_desk_one_open on vote_desk (organisation_id, person_id) where closed_at is null;

-- A device that stands at a point for voters. Its token is in its browser, only a hash of it here.
create table kiosk (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  poll_id uuid not null,
  point_id uuid not null,
  token_hash text not null,
  opened_by uuid,
  opened_at timestamptz not null default palabre_now(),
  -- when its point closes
  ends_at timestamptz not null,
  closed_at timestamptz,
  -- wrong codes typed since the last right one
  wrong_codes int not null default 0,
  primary key (organisation_id, id),
  constraint kiosk_token_once unique (organisation_id, token_hash),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id),
  foreign key (organisation_id, point_id) references vote_point (organisation_id, id) on delete cascade,
  foreign key (organisation_id, opened_by) references person (organisation_id, id) on delete set null (opened_by)
);
create index kiosk_by_point on kiosk (organisation_id, point_id) where closed_at is null;

-- Six digits that open a kiosk of this point, once, within five minutes. What they open is a pass (electorate).
create table kiosk_code (
  organisation_id uuid not null,
  point_id uuid not null,
  poll_id uuid not null,
  code_hash text not null,
  pass_token text not null,
  expires_at timestamptz not null,
  constraint kiosk_code_once primary key (organisation_id, point_id, code_hash),
  foreign key (organisation_id, point_id) references vote_point (organisation_id, id) on delete cascade
);

-- The voter who is at a kiosk now; the row goes with them, two minutes after their last gesture at the latest.
create table kiosk_sitting (
  organisation_id uuid not null,
  kiosk_id uuid not null,
  pass_hash text not null,
  expires_at timestamptz not null,
  constraint kiosk_sitting_one primary key (organisation_id, kiosk_id),
  foreign key (organisation_id, kiosk_id) references kiosk (organisation_id, id) on delete cascade
);
