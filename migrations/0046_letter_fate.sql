-- What became of each letter, so that the office sees who could not be reached; and what people want to receive.
alter table letter
  -- sent whatever the reader prefers
  add column is_owed boolean not null default false,
  add column tries int not null default 0 check (tries >= 0),
  add column tried_at timestamptz,
  -- the last answer of the mail server
  add column failure text not null default '',
  -- the address does not take it: told at once by the mail server, or later by a bounce
  add column refused_at timestamptz,
  -- no server took it in three days
  add column given_up_at timestamptz;
create index letter_recent on letter (organisation_id, queued_at desc, id);
create index letter_waiting on letter (organisation_id, queued_at desc, id)
  where sent_at is null and refused_at is null and given_up_at is null;
create index letter_undelivered on letter (organisation_id, queued_at desc, id)
  where refused_at is not null or given_up_at is not null;
create index letter_by_age on letter (queued_at) where body <> '';

create table letter_preference (
  organisation_id uuid not null,
  person_id uuid not null,
  topic text not null,
  wanted boolean not null,
  primary key (organisation_id, person_id, topic),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
