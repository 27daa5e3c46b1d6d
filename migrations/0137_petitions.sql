-- Mobilisations (R144, R156): a call, and a text that is signed, once by each person.
create table petition (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  component_id uuid not null,
  kind text not null check (kind in ('petition', 'appeal', 'resolution')),
  title text not null check (title <> ''),
  -- why, in a few words
  call text not null default '',
  -- what is signed
  body text not null check (body <> ''),
  addressees text not null default '',
  -- what people may say when they pass it on; '' : its title
  share_words text not null default '',
  link text,
  goal int check (goal between 1 and 10000000),
  -- its last day; null: until somebody closes it
  ends_on date,
  reach text not null check (reach in ('members', 'public')),
  lang text not null,
  made_by uuid not null,
  made_at timestamptz not null default palabre_now(),
  made_from uuid not null,
  version int not null default 1,
  published_at timestamptz,
  closed_at timestamptz,
  hidden_at timestamptz,
  -- proven signatures, those of erased accounts among them
  signatures int not null default 0 check (signatures >= 0),
  primary key (organisation_id, id),
  constraint petition_number_unique unique (organisation_id, number),
  constraint petition_made_once unique (organisation_id, made_from),
  constraint petition_closed_after_published check (closed_at is null or published_at is not null),
  constraint petition_link_is_https check (link ~ '^https://[^[:space:]/]+[^[:space:]]*$'),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id)
);
create index petition_listed on petition (organisation_id, component_id, number desc);
create index petition_by_maker on petition (organisation_id, made_by);

-- Each text that it had, until the first signature.
create table petition_version (
  organisation_id uuid not null,
  petition_id uuid not null,
  version int not null,
  title text not null,
  body text not null,
  by_person uuid not null,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, petition_id, version),
  foreign key (organisation_id, petition_id) references petition (organisation_id, id),
  foreign key (organisation_id, by_person) references person (organisation_id, id)
);
create index petition_version_by_person on petition_version (organisation_id, by_person);

create table petition_signature (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number bigint not null generated always as identity,
  petition_id uuid not null,
  -- null: without an account, or erased
  person_id uuid,
  -- an address signs once, whichever way it comes; of an erased signer a mark that is nobody's address
  mailbox text not null,
  email text not null,
  name text not null,
  office text not null default '',
  place text not null default '',
  -- whether the name may be shown
  is_named boolean not null,
  locale text not null check (locale in ('fr', 'en')),
  asked_at timestamptz not null default palabre_now(),
  -- null: the address is not proven yet, so it is no signature
  signed_at timestamptz,
  primary key (organisation_id, id),
  constraint petition_signed_once unique (organisation_id, petition_id, mailbox),
  constraint petition_signed_once_by_account unique (organisation_id, petition_id, person_id),
  foreign key (organisation_id, petition_id) references petition (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index petition_signature_named on petition_signature (organisation_id, petition_id, number desc)
  where signed_at is not null and is_named;
create index petition_signature_by_person on petition_signature (organisation_id, person_id) where person_id is not null;
create index petition_signature_by_mailbox on petition_signature (organisation_id, mailbox);
create index petition_signature_unproven on petition_signature (asked_at) where signed_at is null;

-- What became of it: delivered, answered.
create table petition_step (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  petition_id uuid not null,
  kind text not null check (kind in ('delivered', 'answered', 'other')),
  happened_on date not null,
  words text not null check (words <> ''),
  by_person uuid not null,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, petition_id) references petition (organisation_id, id),
  foreign key (organisation_id, by_person) references person (organisation_id, id)
);
create index petition_step_of_petition on petition_step (organisation_id, petition_id, happened_on, at);
create index petition_step_by_person on petition_step (organisation_id, by_person);

-- Events that stand with it, of the same space.
create table petition_event (
  organisation_id uuid not null,
  petition_id uuid not null,
  meeting_id uuid not null,
  primary key (organisation_id, petition_id, meeting_id),
  foreign key (organisation_id, petition_id) references petition (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id)
);

-- What somebody signed is not changed any more.
create function petition_keeps_its_text() returns trigger language plpgsql as $$
begin
  if exists (select 1 from petition_signature where organisation_id = old.organisation_id and petition_id = old.id
      and signed_at is not null) then
    raise exception 'a signed text does not change' using errcode = 'check_violation', constraint = 'petition_frozen_once_signed';
  end if;
  return new;
end $$;
create trigger petition_frozen_once_signed before update on petition for each row
  when ((old.kind, old.title, old.body, old.addressees, old.lang) is distinct from (new.kind, new.title, new.body, new.addressees, new.lang))
  execute function petition_keeps_its_text();
