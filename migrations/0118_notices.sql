-- What somebody is told of in the application: one line for one act, read or not. The letter about it, if any, is apart.
create table notice (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- what its reader wants to hear of, or not, by mail
  topic text not null,
  -- what happened: the sign before its words
  kind text not null check (kind <> ''),
  target_kind text not null check (target_kind <> ''),
  target_id uuid not null,
  -- its words in each language, never who did it; where it leads
  params jsonb not null,
  once_key text not null,
  at timestamptz not null default palabre_now(),
  read_at timestamptz,
  -- how its reader is told by mail: at once, in a digest, or not at all
  rhythm text not null check (rhythm in ('immediate', 'daily', 'weekly', 'none')),
  digested_at timestamptz,
  primary key (organisation_id, id),
  -- one act is one notice
  constraint notice_once unique (organisation_id, person_id, once_key),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
-- what is unread comes first
create index notice_in_order on notice (organisation_id, person_id, (read_at is null) desc, at desc, id desc);
create index notice_unread on notice (organisation_id, person_id) where read_at is null;
create index notice_by_age on notice (at);
create index notice_to_digest on notice (organisation_id, person_id, rhythm)
  where digested_at is null and rhythm in ('daily', 'weekly');

create trigger notice_of_kept_person before insert on notice
  for each row execute function refuse_erased_person('person_id', 'skipped');
