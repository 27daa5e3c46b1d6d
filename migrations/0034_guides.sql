-- Training pages for whoever holds a role (R37), and kits to download and to print (R39).

create table guide_page (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  -- of its address, made from its first title; it never changes
  slug text not null,
  -- which starting page it was; null: written here
  starting text,
  -- in the order readers see them
  position int not null,
  -- the newest one; two officers on one form are told apart by it
  version int not null default 1,
  -- whoever has read this version, or a later one, is up to date
  asked_version int not null default 1,
  -- numbers given to its files so far
  files int not null default 0,
  made_at timestamptz not null default palabre_now(),
  -- null: seen by officers only
  published_at timestamptz,
  published_by uuid,
  primary key (organisation_id, id),
  constraint guide_page_slug unique (organisation_id, slug),
  constraint guide_page_starting unique (organisation_id, starting),
  constraint guide_page_asked check (asked_version between 1 and version),
  foreign key (organisation_id, published_by) references person (organisation_id, id) on delete set null (published_by)
);
create index guide_page_in_order on guide_page (organisation_id, position, id);

-- What the page said, each time it was saved: none is ever changed.
create table guide_version (
  organisation_id uuid not null,
  page_id uuid not null,
  number int not null,
  title text not null check (title <> ''),
  summary text not null default '',
  -- headings, lists and links as typed; made into a page when read
  body text not null check (body <> ''),
  lang text not null check (lang in ('fr', 'en')),
  -- roles; none: whoever holds one
  audience text[] not null default '{}',
  -- whether those who had read the page were asked to read it again
  asks_again boolean not null,
  written_by uuid,
  written_at timestamptz not null default palabre_now(),
  primary key (organisation_id, page_id, number),
  foreign key (organisation_id, page_id) references guide_page (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id) on delete set null (written_by)
);

create table guide_file (
  organisation_id uuid not null,
  page_id uuid not null,
  -- of its address, from 1; never used twice on a page
  number int not null,
  file_id uuid not null,
  primary key (organisation_id, page_id, number),
  constraint guide_file_once unique (organisation_id, file_id),
  foreign key (organisation_id, page_id) references guide_page (organisation_id, id),
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);

-- « J'ai lu et compris »
create table guide_reading (
  organisation_id uuid not null,
  page_id uuid not null,
  person_id uuid not null,
  version int not null,
  read_at timestamptz not null default palabre_now(),
  primary key (organisation_id, page_id, person_id, version),
  foreign key (organisation_id, page_id, version) references guide_version (organisation_id, page_id, number),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index guide_reading_of_person on guide_reading (organisation_id, person_id, page_id);

create table kit (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  slug text not null,
  title text not null check (title <> ''),
  summary text not null default '',
  audiences text[] not null default '{}',
  -- of the edition; none: all along
  steps text[] not null default '{}',
  shown_to text not null default 'office',
  -- two officers on one form are told apart by it
  version int not null default 1,
  -- numbers given to what it holds so far
  items int not null default 0,
  made_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint kit_slug unique (organisation_id, edition_id, slug),
  constraint kit_shown_to check (shown_to in ('office', 'staff', 'public')),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create index kit_of_edition on kit (organisation_id, edition_id, made_at, id);

-- A file that somebody sent, or a sheet that is written anew each time it is asked for.
create table kit_item (
  organisation_id uuid not null,
  kit_id uuid not null,
  number int not null,
  title text not null default '',
  sheet text,
  file_id uuid,
  primary key (organisation_id, kit_id, number),
  constraint kit_item_one check (num_nonnulls(sheet, file_id) = 1),
  constraint kit_item_sheet check (sheet in ('idea-form', 'workshop', 'reception')),
  constraint kit_item_sheet_once unique (organisation_id, kit_id, sheet),
  constraint kit_item_file_once unique (organisation_id, file_id),
  foreign key (organisation_id, kit_id) references kit (organisation_id, id),
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);

-- How often, on which day: nothing about who.
create table kit_download (
  organisation_id uuid not null,
  kit_id uuid not null,
  number int not null,
  day date not null default (palabre_now() at time zone 'Europe/Paris')::date,
  downloads int not null default 1 check (downloads > 0),
  primary key (organisation_id, kit_id, number, day),
  foreign key (organisation_id, kit_id, number)
    references kit_item (organisation_id, kit_id, number) on delete cascade
);
