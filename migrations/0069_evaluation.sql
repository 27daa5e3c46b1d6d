-- Evaluating an edition (R64, R88): the population that participants are set beside, and the report of an edition.

-- Where the figures of the population come from: one source for an organisation, used again by its next editions.
create table population (
  organisation_id uuid primary key references organisation (id),
  -- everybody who lives there
  inhabitants int not null check (inhabitants > 0),
  -- « Insee, recensement de la population »
  source text not null check (source <> ''),
  year int not null check (year between 1900 and 2200),
  -- counts its savings: a form made from another is refused
  version int not null default 1 check (version > 0),
  changed_by uuid,
  changed_at timestamptz not null default palabre_now()
);

create table population_part (
  organisation_id uuid not null references population (organisation_id) on delete cascade,
  kind text not null check (kind in ('district', 'age')),
  -- a district by its name, an age band by its bounds
  name text not null check (name <> ''),
  inhabitants int not null check (inhabitants >= 0),
  constraint population_part_once primary key (organisation_id, kind, name)
);

create table edition_report (
  organisation_id uuid not null,
  edition_id uuid not null,
  -- the officer's own words; '' : nothing is said
  introduction text not null default '',
  inclusion text not null default '',
  ecology text not null default '',
  outlook text not null default '',
  -- cents: what running the edition cost (letters, meetings, agents), beside its envelope; null: not told
  running_cost bigint check (running_cost >= 0),
  version int not null default 1 check (version > 0),
  saved_by uuid,
  saved_at timestamptz not null default palabre_now(),
  -- null: a draft, which is for officers
  published_by uuid,
  published_at timestamptz,
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

-- Published by identity for the counts of participation: a birth date and whose it is, nothing else.
create view person_birth as
  select organisation_id, id as person_id, birth_date from person;
