-- The ledger of a movement's shared money (R1, R22, R23, R25, part 2.1): integer cents, append-only, always balanced.
-- An entry is a positive amount from one account to another: what one side gains the other loses, so that the sum of all
-- balances is zero by the shape of the row, whoever writes it.
create table ledger_account (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  -- own-funds, donations: where money comes from, below zero; expenses: where it went
  -- fund, fund-reserved, fund-payable: free, promised to a validated budget, owed and not yet paid, of one fund
  -- group, group-payable: the envelope of one group, and what is owed out of it
  -- solidarity: the national solidarity fund (« caisse nationale de solidarité »)
  kind text not null check (kind in ('own-funds', 'donations', 'expenses', 'solidarity', 'fund', 'fund-reserved',
    'fund-payable', 'group', 'group-payable')),
  -- the fund or the group whose account it is; null: the organisation's own
  holder_id uuid,
  -- cents: what came in less what went out; kept by the trigger of the entries, by nobody else
  balance bigint not null default 0,
  opened_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint ledger_account_once unique nulls not distinct (organisation_id, kind, holder_id),
  constraint ledger_account_of_its_holder check ((holder_id is not null) =
    (kind in ('fund', 'fund-reserved', 'fund-payable', 'group', 'group-payable'))),
  -- nobody spends what is not there; sources have no bottom and gain nothing but what is given back
  constraint ledger_account_above_floor check (case when kind in ('own-funds', 'donations') then balance <= 0
    else balance >= 0 end)
);

create table ledger_entry (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  sequence bigint generated always as identity,
  from_account uuid not null,
  to_account uuid not null,
  -- cents
  amount bigint not null constraint ledger_entry_positive check (amount > 0),
  -- what it is: fund-endowed, donation, budget-reserved…: the list is that of the room's rules
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- what it is about, of any room; null: nothing but itself
  about_kind text,
  about_id uuid,
  words text not null default '',
  -- the day that accountants count it on; the instant is `at`
  counted_on date not null,
  -- null: a process did it
  by_person uuid,
  at timestamptz not null default palabre_now(),
  -- what may happen once only, whoever does it and however often: `spending-paid:…`
  once text,
  -- the entry that this one takes back, whole
  reverses uuid,
  primary key (organisation_id, id),
  constraint ledger_entry_between_two check (from_account <> to_account),
  constraint ledger_entry_about_whole check ((about_kind is null) = (about_id is null)),
  constraint ledger_entry_once unique (organisation_id, once),
  constraint ledger_entry_reversed_once unique (organisation_id, reverses),
  foreign key (organisation_id, from_account) references ledger_account (organisation_id, id),
  foreign key (organisation_id, to_account) references ledger_account (organisation_id, id),
  foreign key (organisation_id, by_person) references person (organisation_id, id),
  foreign key (organisation_id, reverses) references ledger_entry (organisation_id, id)
);
create index ledger_entry_in_order on ledger_entry (organisation_id, sequence desc);
create index ledger_entry_out on ledger_entry (organisation_id, from_account, sequence desc);
create index ledger_entry_in on ledger_entry (organisation_id, to_account, sequence desc);
create index ledger_entry_about on ledger_entry (organisation_id, about_kind, about_id, sequence) where about_id is not null;
create index ledger_entry_by_day on ledger_entry (organisation_id, counted_on, sequence);

-- Balances follow the entries, a whole statement at once; accounts are locked in the order of their ids, so that two
-- operations wait for each other and never both.
create function keep_ledger_balances() returns trigger language plpgsql as $$
begin
  perform 1 from ledger_account a
    where exists (select from fresh f where f.organisation_id = a.organisation_id and a.id in (f.from_account, f.to_account))
    order by a.organisation_id, a.id for no key update;
  update ledger_account a set balance = a.balance + moved.amount
    from (select organisation_id, account, sum(amount)::bigint as amount from (
        select organisation_id, to_account as account, amount from fresh
        union all select organisation_id, from_account, -amount from fresh) legs
      group by organisation_id, account) moved
    where a.organisation_id = moved.organisation_id and a.id = moved.account and moved.amount <> 0;
  return null;
end $$;
create trigger ledger_entry_moves_balances after insert on ledger_entry referencing new table as fresh
  for each statement execute function keep_ledger_balances();

create function keep_ledger_account() returns trigger language plpgsql as $$
begin
  -- from inside the trigger of the entries only
  if tg_op = 'UPDATE' and pg_trigger_depth() > 1 and (new.organisation_id, new.id, new.kind, new.holder_id, new.opened_at)
      is not distinct from (old.organisation_id, old.id, old.kind, old.holder_id, old.opened_at) then
    return new;
  end if;
  if tg_op = 'INSERT' and new.balance = 0 then return new; end if;
  raise exception 'a balance is the sum of its entries' using errcode = 'P0001', constraint = 'ledger_account_kept';
end $$;
create trigger ledger_account_kept before insert or update or delete on ledger_account
  for each row execute function keep_ledger_account();

create trigger ledger_entry_is_append_only before update or delete or truncate on ledger_entry
  for each statement execute function refuse_rewriting();
revoke update, delete, truncate on ledger_entry from public;

-- Gifts earmarked for a group, the solidarity fund or a fund, as a treasury entered or imported them. Who gave is not kept:
-- the platform that received the gift knows, under its reference.
create table donation (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- what the platform that received it calls it; '' : none
  reference text not null default '',
  given_on date not null,
  amount bigint not null check (amount > 0),
  account_id uuid not null,
  import_id uuid,
  entered_by uuid not null,
  entered_at timestamptz not null default palabre_now(),
  taken_back_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, account_id) references ledger_account (organisation_id, id),
  foreign key (organisation_id, entered_by) references person (organisation_id, id)
);
create unique index donation_reference_once on donation (organisation_id, reference, account_id)
  where reference <> '' and taken_back_at is null;
create index donation_in_order on donation (organisation_id, given_on desc, id);
create index donation_by_import on donation (organisation_id, import_id) where import_id is not null;

-- A file of donations, imported whole or not at all; the same file never twice.
create table donation_import (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  file_name text not null,
  sha256 text not null,
  lines int not null check (lines > 0),
  amount bigint not null check (amount > 0),
  imported_by uuid not null,
  imported_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint donation_import_once unique (organisation_id, sha256),
  foreign key (organisation_id, imported_by) references person (organisation_id, id)
);
alter table donation add foreign key (organisation_id, import_id) references donation_import (organisation_id, id);

-- What the movement decided for its books; nothing written: the usual numbers and bounds.
create table ledger_settings (
  organisation_id uuid not null references organisation (id),
  -- number of the account in the books by kind of account (plan comptable associatif), as `{"group": "4671"}`
  numbers jsonb not null default '{}',
  -- cents
  donation_min bigint not null default 100 check (donation_min > 0),
  donation_max bigint not null default 460000,
  version int not null default 1 check (version > 0),
  saved_by uuid not null,
  saved_at timestamptz not null default palabre_now(),
  primary key (organisation_id),
  constraint ledger_settings_bounds check (donation_max >= donation_min),
  foreign key (organisation_id, saved_by) references person (organisation_id, id)
);
