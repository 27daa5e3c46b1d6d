-- The register: the imported list of residents, electors or members of an edition, by name (integrity part 0,
-- point 11). A table of its own, for the import and the desk, emptied after the contest period. Not the roll.

-- One line per edition that has, or had, a register: what imports, erasing and keeping agree on.
create table register (
  organisation_id uuid not null,
  edition_id uuid not null,
  -- the close of the poll that asks it; null: none known
  in_use_until timestamptz,
  -- emptied from then on; null: not known yet
  kept_until timestamptz,
  emptied_at timestamptz,
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

create table register_import (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  file_name text not null,
  -- of the file storage; null once the file is deleted, which every end of an import does
  storage_key text,
  bytes bigint not null,
  -- ends of lines in the file: about as many rows
  lines int not null,
  encoding text not null,
  separator text not null,
  headed boolean not null,
  -- names of the columns
  columns text[] not null,
  -- field of an entry → column of the file, from 0
  mapping jsonb not null default '{}',
  stage text not null default 'uploaded',
  -- the last line of the file whose batch is written: where a restart goes on
  last_line int not null default 0,
  added int not null default 0,
  refused int not null default 0,
  already_there int not null default 0,
  uploaded_by uuid,
  uploaded_at timestamptz not null default palabre_now(),
  ended_at timestamptz,
  primary key (organisation_id, id),
  constraint register_import_stage check (stage in ('uploaded', 'waiting', 'importing', 'done', 'stopped', 'failed')),
  constraint register_import_ended check ((ended_at is not null) = (stage in ('done', 'stopped', 'failed'))),
  constraint register_import_forgets_its_file check (ended_at is null or storage_key is null),
  foreign key (organisation_id, edition_id) references register (organisation_id, edition_id),
  foreign key (organisation_id, uploaded_by) references person (organisation_id, id) on delete set null (uploaded_by)
);
create index register_import_by_edition on register_import (organisation_id, edition_id, uploaded_at desc);
create unique index register_import_one_at_a_time on register_import (organisation_id, edition_id)
  where stage in ('waiting', 'importing');

create table register_entry (
  organisation_id uuid not null,
  edition_id uuid not null,
  -- made of edition, folded names, birth date and number: the same person has the same id, imported again or not
  id uuid not null,
  import_id uuid not null,
  line int not null,
  last_name text not null,
  used_name text not null default '',
  first_names text not null,
  birth_date date,
  address text not null default '',
  postcode text not null default '',
  town text not null default '',
  district text not null default '',
  number text not null default '',
  email text not null default '',
  -- folded: no case, accent, space, hyphen nor apostrophe
  last_key text collate "C" not null,
  used_key text collate "C" not null,
  first_key text collate "C" not null,
  constraint register_entry_once primary key (organisation_id, edition_id, id),
  constraint register_entry_named check (last_key <> '' and first_key <> ''),
  foreign key (organisation_id, import_id) references register_import (organisation_id, id)
);
create index register_entry_by_last_name on register_entry (organisation_id, edition_id, last_key, first_key);
create index register_entry_by_used_name on register_entry (organisation_id, edition_id, used_key, first_key)
  where used_key <> '';
create index register_entry_by_birth_date on register_entry (organisation_id, edition_id, birth_date, last_key);

-- Lines of a file that were not taken, until the register is emptied.
create table register_refusal (
  organisation_id uuid not null,
  import_id uuid not null,
  line int not null,
  refusal text not null,
  value text not null default '',
  constraint register_refusal_once primary key (organisation_id, import_id, line),
  foreign key (organisation_id, import_id) references register_import (organisation_id, id)
);

-- How many times each officer searched on a day; becomes one fact a day, without any name.
create table register_search (
  organisation_id uuid not null,
  edition_id uuid not null,
  person_id uuid not null,
  day date not null,
  searches int not null default 1,
  primary key (organisation_id, edition_id, person_id, day),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
