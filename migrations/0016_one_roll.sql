-- One roll for every channel (R53, R54, R191): what makes a voter one person, where and how they voted, which
-- ballots were withdrawn.

-- Keyed hashes, each once in a poll: one mailbox, one account, one phone, one entry of the register, one code.
create table elector_mark (
  organisation_id uuid not null,
  poll_id uuid not null,
  kind text not null check (kind in ('mailbox', 'account', 'phone', 'entry', 'code', 'declared', 'provider')),
  mark text collate "C" not null,
  elector_id uuid not null,
  constraint elector_mark_once primary key (poll_id, mark)
) partition by list (poll_id);
create index elector_mark_of_line on elector_mark (poll_id, elector_id);

-- Ballots that left the box while it was open, and why: the one of somebody who then voted on paper, or one that
-- two officers declared invalid. A commitment only: what it committed to is gone.
create table withdrawn_ballot (
  organisation_id uuid not null,
  poll_id uuid not null,
  commitment text collate "C" not null,
  reason text not null check (reason in ('paper', 'invalid')),
  constraint withdrawn_ballot_once primary key (poll_id, commitment)
) partition by list (poll_id);

-- Outer envelopes of paper votes that stay closed: their voters voted online, and online wins. Emptied at sealing.
create table set_aside_envelope (
  organisation_id uuid not null,
  poll_id uuid not null,
  point_id uuid not null,
  number text collate "C" not null,
  constraint set_aside_envelope_once primary key (organisation_id, poll_id, point_id, number),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- Each poll has its own part of both tables, as it has of the roll and the box.
do $$
declare
  part record;
  poll text;
begin
  for part in
    select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'elector'::regclass
  loop
    poll := substring(part.bound from '''([0-9a-f-]{36})''');
    execute format('create table %I partition of elector_mark for values in (%L)',
      'elector_mark_' || replace(poll, '-', ''), poll);
    execute format('create table %I partition of withdrawn_ballot for values in (%L)',
      'withdrawn_ballot_' || replace(poll, '-', ''), poll);
  end loop;
end $$;
insert into elector_mark (organisation_id, poll_id, kind, mark, elector_id)
  select organisation_id, poll_id, kind, mark, id from (
    select organisation_id, poll_id, 'mailbox' as kind, key_hash as mark, id from elector
    union all
    select organisation_id, poll_id, 'account', person_mark, id from elector where person_mark is not null
  ) held order by mark;
alter table elector drop constraint elector_once;
alter table elector drop constraint elector_person_once;
alter table elector drop column key_hash;
alter table elector drop column person_mark;
alter table elector
  -- where the vote was given or handed out in person; null: from afar
  add column point_id uuid,
  -- of the outer envelope that a paper vote waits in, where online wins
  add column envelope_number text;

alter table ballot_slot add column channel text not null default 'online' check (channel in ('online', 'paper'));
alter table sealed_ballot add column channel text not null default 'online' check (channel in ('online', 'paper'));

-- How many ballots had been withdrawn when a head was signed: they and those of the box never become fewer.
alter table poll_head add column withdrawn int not null default 0 check (withdrawn >= 0);

-- What a browser has proven for one poll (electorate): a day, no time, no name, no account.
create table voter_pass (
  organisation_id uuid not null,
  poll_id uuid not null,
  token_hash text not null,
  methods text[] not null,
  marks jsonb not null,
  birth_date date,
  lives_here boolean,
  expires_on date not null,
  primary key (organisation_id, poll_id, token_hash),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);
