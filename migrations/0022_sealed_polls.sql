-- Sealed polls (profile P2, integrity 1.5): ballots come encrypted to a key that nobody holds before the close.
alter table poll drop constraint poll_profile_check;
alter table poll add constraint poll_profile_check check (profile in ('P0', 'P1', 'P2'));
-- No sealed poll without its public key, and no key where ballots are in clear.
alter table poll add constraint poll_sealed_has_key check ((profile = 'P2') = (settings ? 'sealing'));

-- A sealed ballot lies in the box as one JSON text, its ciphertext, and its nonce is the token of its slot. The same
-- ciphertext is never taken twice, whatever its slot.
create unique index ballot_copied_once on ballot_slot (poll_id, sha256((choices #>> '{}')::bytea))
  where jsonb_typeof(choices) = 'string';

alter table poll_act drop constraint poll_act_kind_check;
alter table poll_act add constraint poll_act_kind_check
  check (kind in ('opened', 'closed', 'reconciled', 'sealed', 'key-rebuilt', 'counted', 'published', 'locked'));

-- The key is rebuilt from its parts after the sealing only; without it a sealed poll is not counted.
create function refuse_key_out_of_order() returns trigger language plpgsql as $$
declare
  needed text;
begin
  needed := case new.kind
    when 'key-rebuilt' then 'sealed'
    when 'counted' then (select 'key-rebuilt' from poll p
      where p.organisation_id = new.organisation_id and p.id = new.poll_id and p.profile = 'P2')
  end;
  if needed is not null and not exists (
    select 1 from poll_act a
    where a.organisation_id = new.organisation_id and a.poll_id = new.poll_id and a.kind = needed
  ) then
    raise exception 'act out of order: %', new.kind using errcode = 'check_violation', constraint = 'poll_key_in_order';
  end if;
  return new;
end $$;
create trigger poll_key_in_order before insert on poll_act
  for each row execute function refuse_key_out_of_order();

-- The private key, once two parts brought it back: published with the result, so that anyone opens the box again.
create table rebuilt_key (
  organisation_id uuid not null,
  poll_id uuid not null,
  -- 32 bytes, base64url
  private_key text not null,
  primary key (organisation_id, poll_id),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);

-- What each sealed ballot held. One that does not open, or that the poll does not allow, is counted as invalid.
create table opened_ballot (
  organisation_id uuid not null,
  poll_id uuid not null,
  commitment text collate "C" not null,
  nonce text,
  choices jsonb,
  flaw text check (flaw in ('does-not-open', 'not-a-ballot', 'not-allowed')),
  constraint opened_ballot_once primary key (poll_id, commitment),
  foreign key (poll_id, commitment) references sealed_ballot (poll_id, commitment),
  constraint opened_or_flawed check ((flaw is null) = (choices is not null and nonce is not null))
);

create trigger rebuilt_key_is_append_only before update or delete or truncate on rebuilt_key
  for each statement execute function refuse_rewriting();
create trigger opened_ballot_is_append_only before update or delete or truncate on opened_ballot
  for each statement execute function refuse_rewriting();

-- Ballots in clear, whatever the profile: what is counted. Nothing of a sealed box before it is opened.
create view counted_ballot as
  select organisation_id, poll_id, commitment, nonce, choices from sealed_ballot
    where jsonb_typeof(choices) <> 'string'
  union all
  select organisation_id, poll_id, commitment, nonce, choices from opened_ballot where flaw is null;
