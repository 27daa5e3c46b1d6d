-- A poll: what is asked, to whom, until when. States are acts with a name and a time (integrity part 0, point 3).
create table poll (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  title text not null,
  profile text not null default 'P1' check (profile in ('P0', 'P1')),
  ballot_kind text not null default 'approval' check (ballot_kind in ('approval', 'choose-one', 'ordinal', 'cumulative', 'scoring')),
  minimum_choices int not null default 1 check (minimum_choices >= 0),
  maximum_choices int not null,
  -- what a ballot of an imported poll may hold besides (points, costs in cents)
  limits jsonb not null default '{}',
  rule text not null default 'greedy',
  tie_break text[] not null default '{lower-cost,smaller-id}',
  fund_unsupported boolean not null default false,
  -- cents
  envelope bigint not null check (envelope >= 0),
  minimum_age smallint not null default 16,
  residence_required boolean not null default true,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- which keys this poll was opened with: another roll or link key would let an elector in twice
  roll_key_mark text,
  link_key_mark text,
  -- the file that an archived poll came from
  imported_sha256 text,
  primary key (organisation_id, id),
  constraint poll_one_per_edition unique (organisation_id, edition_id),
  constraint poll_imported_once unique (organisation_id, imported_sha256),
  constraint poll_closes_after_opening check (closes_at > opens_at),
  constraint poll_choices_ordered check (minimum_choices <= maximum_choices),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

create table poll_option (
  organisation_id uuid not null,
  poll_id uuid not null,
  -- the key on the ballot: short, stable, printed in the manifest
  option_key text not null check (option_key <> ''),
  position int not null,
  kind text not null,
  target_id uuid not null,
  label text not null,
  -- cents
  cost bigint not null check (cost >= 0),
  zone text,
  deposited_at timestamptz,
  primary key (organisation_id, poll_id, option_key),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

create table poll_act (
  organisation_id uuid not null,
  poll_id uuid not null,
  kind text not null check (kind in ('opened', 'closed', 'reconciled', 'sealed', 'counted', 'published', 'locked')),
  by_person uuid,
  at timestamptz not null default palabre_now(),
  detail jsonb not null default '{}',
  constraint poll_act_once primary key (organisation_id, poll_id, kind),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);
-- Nothing is counted before it is sealed, nor published before it is counted, whoever asks.
create function refuse_act_out_of_order() returns trigger language plpgsql as $$
declare
  acts constant text[] := '{opened,closed,reconciled,sealed,counted,published}';
  place int := array_position(acts, new.kind);
begin
  if place > 1 and not exists (
    select 1 from poll_act a
    where a.organisation_id = new.organisation_id and a.poll_id = new.poll_id and a.kind = acts[place - 1]
  ) then
    raise exception 'act out of order: %', new.kind using errcode = 'check_violation', constraint = 'poll_act_in_order';
  end if;
  return new;
end $$;
create trigger poll_act_in_order before insert on poll_act
  for each row execute function refuse_act_out_of_order();

-- RFC 8785 canonical JSON, frozen at opening; its SHA-256 enters every ballot's commitment.
create table poll_manifest (
  organisation_id uuid not null,
  poll_id uuid not null,
  body text not null,
  hash text not null,
  signature text not null,
  primary key (organisation_id, poll_id),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- THE ROLL (émargement). A keyed hash, a day, no name, no time, no key shared with the box.
-- One partition a poll, so that sealing can rewrite it in random order into new storage.
create table elector (
  organisation_id uuid not null,
  poll_id uuid not null,
  id uuid not null default gen_random_uuid(),
  key_hash text not null,
  zone text,
  channel_state text not null default 'none' check (channel_state in ('none', 'online', 'paper', 'refused')),
  day date,
  confirmed boolean not null default false,
  constraint elector_once unique (poll_id, key_hash),
  primary key (poll_id, id)
) partition by list (poll_id);

-- THE BOX while it is open. slot_key = HMAC(link key, elector id); the link key is destroyed at sealing.
create table ballot_slot (
  organisation_id uuid not null,
  poll_id uuid not null,
  slot_id uuid not null default gen_random_uuid(),
  slot_key text not null,
  revision int not null default 1,
  choices jsonb not null,
  nonce text not null,
  commitment text collate "C" not null,
  constraint ballot_once unique (poll_id, slot_key),
  primary key (poll_id, slot_id)
) partition by list (poll_id);

-- Idempotency of casting; emptied at sealing.
create table casting_request (
  organisation_id uuid not null,
  poll_id uuid not null,
  idempotency_key uuid not null,
  slot_key text not null,
  body_hash text not null,
  receipt text not null,
  constraint casting_request_once primary key (poll_id, idempotency_key)
) partition by list (poll_id);

-- THE BOX once sealed: written in order of commitment, which is the order of nothing.
create table sealed_ballot (
  organisation_id uuid not null,
  poll_id uuid not null,
  commitment text collate "C" not null,
  nonce text not null,
  choices jsonb not null,
  constraint sealed_ballot_once primary key (poll_id, commitment)
);

-- Signed heads {time, count, Merkle root over the sorted commitments} (integrity part 0, point 4).
create table poll_head (
  organisation_id uuid not null,
  poll_id uuid not null,
  at timestamptz not null,
  ballots int not null check (ballots >= 0),
  root text not null,
  signature text not null,
  primary key (organisation_id, poll_id, at),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- The sorted commitments under the latest head, 32 bytes each, from which proofs are made. Only the
-- latest: two sets side by side would tell which ballots came between them.
create table poll_head_leaves (
  organisation_id uuid not null,
  poll_id uuid not null,
  at timestamptz not null,
  commitments bytea not null,
  primary key (organisation_id, poll_id),
  foreign key (organisation_id, poll_id, at) references poll_head (organisation_id, poll_id, at)
);

-- RFC 8785 canonical JSON: the count with its trace, as anyone may count it again.
create table poll_result (
  organisation_id uuid not null,
  poll_id uuid not null,
  body text not null,
  hash text not null,
  counted_at timestamptz not null default palabre_now(),
  primary key (organisation_id, poll_id),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- The close may be put off while the vote is under way, for a reason that everyone can read (R52).
create table poll_extension (
  organisation_id uuid not null,
  poll_id uuid not null,
  closed_at_before timestamptz not null,
  closes_at timestamptz not null,
  reason text not null check (reason <> ''),
  by_person uuid,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, poll_id, at),
  constraint poll_extension_is_later check (closes_at > closed_at_before),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);
create trigger poll_extension_is_append_only before update or delete or truncate on poll_extension
  for each statement execute function refuse_rewriting();

-- Once opened, nothing of a poll changes but its close, and that only to a later time.
create function refuse_change_of_poll() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'closes_at') is distinct from (to_jsonb(old) - 'closes_at') or new.closes_at < old.closes_at then
    raise exception 'the terms of a poll are frozen' using errcode = 'check_violation', constraint = 'poll_is_frozen';
  end if;
  return new;
end $$;
create trigger poll_is_frozen before update on poll
  for each row execute function refuse_change_of_poll();

create trigger poll_option_is_append_only before update or delete or truncate on poll_option
  for each statement execute function refuse_rewriting();
create trigger poll_act_is_append_only before update or delete or truncate on poll_act
  for each statement execute function refuse_rewriting();
create trigger poll_manifest_is_append_only before update or delete or truncate on poll_manifest
  for each statement execute function refuse_rewriting();
create trigger poll_head_is_append_only before update or delete or truncate on poll_head
  for each statement execute function refuse_rewriting();
create trigger poll_result_is_append_only before update or delete or truncate on poll_result
  for each statement execute function refuse_rewriting();
create trigger sealed_ballot_is_append_only before update or delete or truncate on sealed_ballot
  for each statement execute function refuse_rewriting();
