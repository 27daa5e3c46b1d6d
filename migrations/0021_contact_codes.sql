-- A code sent by SMS or mail, for one poll. Number or address is a keyed hash and so is the code: without the roll key, which is
-- outside the database, neither can be found by trying them all. Deleted when used, spent or ended.
create table contact_code (
  organisation_id uuid not null,
  poll_id uuid not null,
  -- the code counts in the browser that asked for it, and in no other
  browser_hash text not null,
  contact_hash text not null,
  code_hash text not null,
  tries_left int not null,
  -- to the minute: no finer time stands beside a number
  ends_at timestamptz not null,
  constraint contact_code_once primary key (organisation_id, poll_id, browser_hash),
  constraint contact_code_tries_left check (tries_left >= 0),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);
create index contact_code_by_end on contact_code (ends_at);
