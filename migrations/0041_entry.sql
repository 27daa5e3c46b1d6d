-- Ideas that came without an account: on paper for a resident who signed, from a workshop, in a file (R38, R40).
create table workshop (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  title text not null check (title <> ''),
  held_on date not null,
  place text not null default '',
  participants int check (participants between 0 and 100000),
  notes text not null default '',
  created_by uuid,
  created_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create index workshop_by_edition on workshop (organisation_id, edition_id, held_on desc, id);

create table idea_origin (
  organisation_id uuid not null,
  idea_id uuid not null,
  edition_id uuid not null,
  channel text not null check (channel in ('paper', 'workshop', 'import')),
  entered_by uuid,
  entered_at timestamptz not null default palabre_now(),
  workshop_id uuid,
  -- who holds the idea, for the office only
  name text not null default '',
  email text not null default '',
  mailbox text not null default '',
  phone text not null default '',
  postal_address text not null default '',
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  -- the day the person signed the sheet: that their idea is published, and that they are written to
  consent_on date,
  -- the signed sheet, seen by officers only
  consent_file_id uuid,
  primary key (organisation_id, idea_id),
  constraint idea_origin_paper_has_consent check (channel <> 'paper' or (consent_on is not null and name <> '')),
  constraint idea_origin_workshop_is_named check ((channel = 'workshop') = (workshop_id is not null)),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, workshop_id) references workshop (organisation_id, id),
  foreign key (organisation_id, consent_file_id) references file (organisation_id, id)
);
create index idea_origin_by_writer on idea_origin (organisation_id, entered_by, entered_at desc, idea_id);
create index idea_origin_by_workshop on idea_origin (organisation_id, workshop_id) where workshop_id is not null;
create index idea_origin_by_mailbox on idea_origin (organisation_id, edition_id, mailbox) where mailbox <> '';

-- What an ambassador did in the street, at a market, at the foot of a block (R38).
create table outreach (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  person_id uuid not null,
  met_on date not null,
  place text not null check (place <> ''),
  people int not null check (people between 0 and 100000),
  notes text not null default '',
  recorded_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index outreach_by_edition on outreach (organisation_id, edition_id, met_on desc, id);
