-- What every room stands on: database time, French search, the journal of facts, rate counters, files.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Database time. Dates decide what is open, so every rule asks this clock and no other.
-- Seeds and tests move it for their own connections with `palabre.clock_offset` (an interval).
create function palabre_now() returns timestamptz
  language sql stable
  as $$ select clock_timestamp() + coalesce(nullif(current_setting('palabre.clock_offset', true), '')::interval, interval '0') $$;

-- One spelling for search: lower case, no accents, plural s after a vowel dropped
-- (the French stemmer keeps « vélos » apart from « vélo »).
create function palabre_fold(value text) returns text
  language sql immutable parallel safe strict
  as $$ select regexp_replace(public.unaccent('public.unaccent'::regdictionary, lower(value)), '([aiou])s\M', '\1', 'g') $$;

create text search configuration palabre_fr (copy = french);
alter text search configuration palabre_fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;

-- The journal: who did what in the administration and in public, never votes.
-- Append-only; hash-chained afterwards in order of commit by a job (integrity part 0, point 10).
create table fact (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  actor_id uuid,
  subject_kind text not null,
  subject_id uuid,
  detail jsonb not null default '{}',
  recorded_at timestamptz not null default palabre_now(),
  written_xid xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, id)
);
create index fact_by_time on fact (organisation_id, recorded_at desc, id);
create index fact_by_commit on fact (organisation_id, written_xid);
create index fact_by_subject on fact (organisation_id, subject_kind, subject_id);

create table fact_link (
  organisation_id uuid not null,
  sequence bigint not null,
  fact_id uuid not null,
  previous_hash text not null,
  hash text not null,
  primary key (organisation_id, sequence),
  constraint fact_linked_once unique (organisation_id, fact_id),
  foreign key (organisation_id, fact_id) references fact (organisation_id, id)
);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % cannot be changed', tg_table_name using errcode = 'P0001';
end $$;
create trigger fact_is_append_only before update or delete or truncate on fact
  for each statement execute function refuse_rewriting();
create trigger fact_link_is_append_only before update or delete or truncate on fact_link
  for each statement execute function refuse_rewriting();
revoke update, delete, truncate on fact, fact_link from public;

-- Every recorded fact tells all web nodes that this organisation's public pages have changed.
create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('palabre_change', new.organisation_id::text);
  return null;
end $$;
create trigger fact_announces_change after insert on fact
  for each row execute function announce_change();

-- Limits by account, address and behaviour, shared by all web nodes. Windows are in seconds.
create unlogged table rate_counter (
  key text not null,
  window_start timestamptz not null,
  hits int not null,
  primary key (key, window_start)
);
create index rate_counter_by_age on rate_counter (window_start);

-- A file that came in through an upload, checked and cleaned. Bytes live in the file storage.
create table file (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  storage_key text not null,
  name text not null,
  media_type text not null,
  bytes int not null check (bytes > 0),
  width int,
  height int,
  alt text not null default '',
  sha256 text not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null default palabre_now(),
  -- null: seen by nobody but its owner, as the room that holds it says
  published_at timestamptz,
  primary key (organisation_id, id)
);

-- Published to other rooms: what a page needs to show a file that anyone may see.
create view published_file as
  select organisation_id, id, name, media_type, bytes, width, height, alt from file where published_at is not null;
