-- A mail that somebody of an organisation is owed: queued in the writer's transaction, sent once, its fate kept.
create table letter (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  topic text not null,
  person_id uuid,
  address text not null,
  locale text not null check (locale in ('fr', 'en')),
  subject text not null,
  body text not null,
  -- what it is about, of any room
  target_kind text,
  target_id uuid,
  -- a second letter under the same words is not written: « exactly one »
  once_key text,
  queued_at timestamptz not null default palabre_now(),
  sent_at timestamptz,
  primary key (organisation_id, id),
  constraint letter_once unique (organisation_id, once_key),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index letter_by_target on letter (organisation_id, target_kind, target_id);
