-- Ballots on paper, keyed twice (R54, V14): a batch is a numbered pile of one urn, keyed by two people who do not
-- see each other's work, signed by both, and only then in the box.
create table paper_batch (
  organisation_id uuid not null,
  poll_id uuid not null,
  id uuid not null default gen_random_uuid(),
  point_id uuid not null,
  urn text not null check (urn <> ''),
  number text collate "C" not null check (number <> ''),
  -- ballots that were counted by hand before the first is keyed
  declared int not null check (declared between 1 and 1000),
  opened_by uuid not null,
  opened_at timestamptz not null default palabre_now(),
  -- once both have signed: what it holds, SHA-256 of it with the nonce (kept here, so that a small batch cannot be
  -- guessed from its hash), the statement that was signed, with the house's key
  valid int,
  blank int,
  void int,
  hash text,
  nonce text,
  statement text,
  signature text,
  signed_at timestamptz,
  primary key (organisation_id, poll_id, id),
  constraint paper_batch_once unique (organisation_id, poll_id, point_id, number),
  constraint paper_batch_whole check (
    num_nonnulls(valid, blank, void, hash, nonce, statement, signature, signed_at) in (0, 8)
    and (signed_at is null or valid + blank + void = declared)),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- Who keys it, on which side; never the same person on both.
create table paper_keying (
  organisation_id uuid not null,
  poll_id uuid not null,
  batch_id uuid not null,
  side smallint not null check (side in (1, 2)),
  person_id uuid not null,
  finished_at timestamptz,
  signed_at timestamptz,
  primary key (organisation_id, poll_id, batch_id, side),
  constraint paper_keying_two_persons unique (organisation_id, poll_id, batch_id, person_id),
  constraint paper_keying_signed_when_finished check (signed_at is null or finished_at is not null),
  foreign key (organisation_id, poll_id, batch_id) references paper_batch (organisation_id, poll_id, id) on delete cascade
);

-- One paper as it was typed, at its place in the pile; forgotten at sealing.
create table paper_keyed_ballot (
  organisation_id uuid not null,
  poll_id uuid not null,
  batch_id uuid not null,
  side smallint not null,
  place int not null check (place >= 1),
  typed text not null check (typed <> ''),
  primary key (organisation_id, poll_id, batch_id, side, place),
  foreign key (organisation_id, poll_id, batch_id, side)
    references paper_keying (organisation_id, poll_id, batch_id, side) on delete cascade
);

-- A difference that somebody else decided: what the paper says.
create table paper_decision (
  organisation_id uuid not null,
  poll_id uuid not null,
  batch_id uuid not null,
  place int not null check (place >= 1),
  typed text not null check (typed <> ''),
  by_person uuid not null,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, poll_id, batch_id, place),
  foreign key (organisation_id, poll_id, batch_id) references paper_batch (organisation_id, poll_id, id) on delete cascade
);

-- A point whose ballots are not as many as its signatures, closed all the same, and why.
create table paper_point_closing (
  organisation_id uuid not null,
  poll_id uuid not null,
  point_id uuid not null,
  reason text not null check (reason <> ''),
  by_person uuid not null,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, poll_id, point_id),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- What two people signed is not changed; forgetting how it was typed is another thing.
create function refuse_change_of_signed_batch() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null then
    raise exception 'the batch is signed' using errcode = 'check_violation', constraint = 'paper_batch_is_signed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger paper_batch_is_signed before update or delete on paper_batch
  for each row execute function refuse_change_of_signed_batch();

create function refuse_keying_of_signed_batch() returns trigger language plpgsql as $$
begin
  if exists (select 1 from paper_batch b where b.organisation_id = new.organisation_id and b.poll_id = new.poll_id
    and b.id = new.batch_id and b.signed_at is not null) then
    raise exception 'the batch is signed' using errcode = 'check_violation', constraint = 'paper_batch_is_signed';
  end if;
  return new;
end $$;
create trigger paper_batch_is_signed before insert or update on paper_keyed_ballot
  for each row execute function refuse_keying_of_signed_batch();
create trigger paper_batch_is_signed before insert or update on paper_decision
  for each row execute function refuse_keying_of_signed_batch();

-- Last resort: the totals of a point that was counted by hand, typed by one person and confirmed by another. They are
-- in no ballot, and are shown apart everywhere.
create table paper_totals (
  organisation_id uuid not null,
  poll_id uuid not null,
  point_id uuid not null,
  -- ballots counted so, and what they say of each option
  body jsonb not null,
  imported_by uuid not null,
  imported_at timestamptz not null default palabre_now(),
  confirmed_by uuid,
  statement text,
  signature text,
  signed_at timestamptz,
  primary key (organisation_id, poll_id, point_id),
  constraint paper_totals_two_persons check (confirmed_by <> imported_by),
  constraint paper_totals_whole check (num_nonnulls(confirmed_by, statement, signature, signed_at) in (0, 4)),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);
create trigger paper_batch_is_signed before update or delete on paper_totals
  for each row execute function refuse_change_of_signed_batch();
