-- Documents of spaces: folders, files and texts in versions, who reads them, and what was made out of them.

create table document_folder (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  component_id uuid not null,
  -- what its address says, in its component
  number int not null check (number > 0),
  parent_id uuid,
  depth int not null,
  name text not null check (name <> ''),
  created_by uuid,
  created_at timestamptz not null default palabre_now(),
  version int not null default 1 check (version > 0),
  primary key (organisation_id, id),
  unique (organisation_id, component_id, id),
  constraint document_folder_number unique (organisation_id, component_id, number),
  constraint document_folder_depth check (depth between 1 and 6),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  -- a folder and what it stands in are of one component
  constraint document_folder_parent foreign key (organisation_id, component_id, parent_id)
    references document_folder (organisation_id, component_id, id),
  foreign key (organisation_id, created_by) references person (organisation_id, id)
);
create unique index document_folder_named_once on document_folder
  (organisation_id, component_id, parent_id, lower(name)) nulls not distinct;

-- Tags as words that a search finds. A list of texts has one spelling, whatever the session's settings.
create function document_tag_words(tags text[]) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(tag, ' '), '') from unnest(tags) as t (tag)
$$;

create table document (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- what its address says, in the organisation
  number int not null check (number > 0),
  component_id uuid not null,
  -- null: in none
  folder_id uuid,
  -- null: nobody's account any more
  author_id uuid,
  type text not null check (type in ('deliberation', 'wish', 'motion', 'amendment', 'question', 'intervention', 'report',
    'method', 'solution', 'position', 'tool', 'statutes', 'other')),
  title text not null check (title <> ''),
  -- marked text
  summary text not null default '',
  assembly text not null default '',
  level text check (level in ('municipal', 'intercommunal', 'departmental', 'regional', 'national', 'european')),
  adopted_on date,
  result text check (result in ('adopted', 'rejected', 'withdrawn', 'not-debated')),
  theme text not null default '',
  tags text[] not null default '{}',
  is_template boolean not null default false,
  reach text not null check (reach in ('pole', 'network', 'public')),
  territory text not null default '',
  began_on date,
  ended_on date,
  place text not null default '',
  latitude double precision,
  longitude double precision,
  contact text not null default '',
  -- `https://…`, or a path of this site
  link text not null default '',
  -- what it was made out of, and which version of that
  copied_from uuid,
  copied_version int,
  -- how often it was made into something else
  reuses int not null default 0 check (reuses >= 0),
  -- what it proposes to change
  amends uuid,
  -- whether the team took it into the text
  amendment_state text check (amendment_state in ('proposed', 'taken', 'not-taken')),
  -- number of its newest version, and what that says: written, or read out of its file
  latest int not null default 1 check (latest > 0),
  read_text text not null default '' check (length(read_text) <= 200000),
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(title)), 'A')
      || setweight(to_tsvector('palabre_fr', palabre_fold(
        summary || ' ' || assembly || ' ' || theme || ' ' || place || ' ' || territory || ' ' || document_tag_words(tags))), 'B')
      || setweight(to_tsvector('palabre_fr', palabre_fold(read_text)), 'C')) stored,
  version int not null default 1 check (version > 0),
  -- the form that made it: sent twice, it makes one
  made_from uuid not null,
  created_at timestamptz not null default palabre_now(),
  changed_at timestamptz not null default palabre_now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  -- by a judgement, or until somebody has read it
  hidden_at timestamptz,
  held_at timestamptz,
  -- somebody has read it, and it stays unseen
  refused_at timestamptz,
  primary key (organisation_id, id),
  constraint document_number unique (organisation_id, number),
  constraint document_made_once unique (organisation_id, made_from),
  constraint document_not_of_itself check (copied_from <> id and amends <> id),
  constraint document_copied_of_a_version check ((copied_from is null) = (copied_version is null)),
  constraint document_amends_stands check ((amends is null) = (amendment_state is null)),
  constraint document_period_in_order check (began_on <= ended_on),
  constraint document_held_unseen check (held_at is null or hidden_at is not null),
  constraint document_refused_held check (refused_at is null or held_at is not null),
  constraint document_point_whole check ((latitude is null) = (longitude is null)),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  constraint document_in_folder foreign key (organisation_id, component_id, folder_id)
    references document_folder (organisation_id, component_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id),
  foreign key (organisation_id, withdrawn_by) references person (organisation_id, id),
  foreign key (organisation_id, copied_from) references document (organisation_id, id),
  foreign key (organisation_id, amends) references document (organisation_id, id)
);
create index document_in_folder_by_time on document (organisation_id, component_id, folder_id, changed_at desc, id desc)
  where withdrawn_at is null and hidden_at is null;
create index document_by_time on document (organisation_id, component_id, changed_at desc, id desc)
  where withdrawn_at is null and hidden_at is null;
create index document_by_type on document (organisation_id, component_id, type, changed_at desc, id desc)
  where withdrawn_at is null and hidden_at is null;
create index document_by_author on document (organisation_id, author_id, changed_at desc, id desc);
create index document_copies on document (organisation_id, copied_from, created_at) where copied_from is not null;
create index document_amendments on document (organisation_id, amends, created_at) where amends is not null;
create index document_words on document using gin (organisation_id, component_id, words);

create table document_version (
  organisation_id uuid not null,
  document_id uuid not null,
  number int not null check (number > 0),
  -- null: a written text alone
  file_id uuid,
  bytes bigint not null default 0 check (bytes >= 0),
  -- marked text; '': a file alone
  text text not null default '',
  -- what changed since the one before
  note text not null default '',
  written_by uuid,
  written_at timestamptz not null default palabre_now(),
  made_from uuid not null,
  -- what was read out of its file: `none` where there is nothing to read
  reading text not null default 'none' check (reading in ('none', 'waiting', 'read', 'unreadable')),
  read_text text not null default '',
  read_blocks jsonb,
  pages int check (pages > 0),
  primary key (organisation_id, document_id, number),
  constraint document_version_made_once unique (organisation_id, made_from),
  constraint document_version_holds_something check (file_id is not null or text <> ''),
  foreign key (organisation_id, document_id) references document (organisation_id, id),
  foreign key (organisation_id, file_id) references file (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
create index document_version_of_file on document_version (organisation_id, file_id) where file_id is not null;

-- A file that came with a form that was to be mended: it waits for that form, a day at most.
create table document_upload (
  organisation_id uuid not null,
  file_id uuid not null,
  person_id uuid not null,
  sent_at timestamptz not null default palabre_now(),
  primary key (organisation_id, file_id),
  foreign key (organisation_id, file_id) references file (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index document_upload_by_age on document_upload (organisation_id, sent_at);

-- How much the files of a space take, and may take; its row is the lock of whoever adds to them.
create table document_storage (
  organisation_id uuid not null,
  space_id uuid not null,
  bytes bigint not null default 0 check (bytes >= 0),
  most_bytes bigint not null check (most_bytes > 0),
  most_person_bytes bigint not null check (most_person_bytes > 0),
  primary key (organisation_id, space_id),
  foreign key (organisation_id, space_id) references space (organisation_id, id)
);
-- The same of one person there.
create table document_share (
  organisation_id uuid not null,
  space_id uuid not null,
  person_id uuid not null,
  bytes bigint not null default 0 check (bytes >= 0),
  primary key (organisation_id, space_id, person_id),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
