-- What an organisation tells of itself in its own words: pages (R98), questions and answers (R186), partners (R177). Each
-- text is in French and, where somebody wrote it, in English: '' says that nobody did.

create table editorial_page (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  -- of its address, made from its first title; it never changes
  slug text not null,
  -- which navigation leads to it once it is published
  shown_in text not null default 'footer',
  -- in the order readers see them
  position int not null,
  -- the newest one; two officers on one form are told apart by it
  version int not null default 1 check (version > 0),
  -- the form that made it: sent twice, it makes one
  made_from uuid not null,
  -- null: seen by officers only
  published_at timestamptz,
  published_by uuid,
  primary key (organisation_id, id),
  constraint editorial_page_slug unique (organisation_id, slug),
  constraint editorial_page_made_once unique (organisation_id, made_from),
  constraint editorial_page_shown_in check (shown_in in ('menu', 'footer', 'nowhere')),
  foreign key (organisation_id, published_by) references person (organisation_id, id) on delete set null (published_by)
);
create index editorial_page_in_order on editorial_page (organisation_id, position, id);

-- What the page said, each time it was saved: none is ever changed.
create table editorial_version (
  organisation_id uuid not null,
  page_id uuid not null,
  number int not null,
  title text not null check (title <> ''),
  summary text not null default '',
  -- titles, lists and links as typed; made into a page when read
  body text not null check (body <> ''),
  title_en text not null default '',
  summary_en text not null default '',
  body_en text not null default '',
  written_by uuid,
  written_at timestamptz not null default palabre_now(),
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(title || ' ' || title_en)), 'A')
      || setweight(to_tsvector('palabre_fr', palabre_fold(summary || ' ' || summary_en)), 'B')
      || setweight(to_tsvector('palabre_fr', palabre_fold(body || ' ' || body_en)), 'C')
  ) stored,
  primary key (organisation_id, page_id, number),
  constraint editorial_version_english_whole check ((title_en = '') = (body_en = '')),
  foreign key (organisation_id, page_id) references editorial_page (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id) on delete set null (written_by)
);

-- What somebody is writing and has not saved yet: theirs alone, of a page or of one that is not there yet (null).
create table editorial_draft (
  organisation_id uuid not null,
  person_id uuid not null,
  page_id uuid,
  -- the version it was begun from; 0: of a new page
  follows int not null,
  -- each saving is one more: what another window saved meanwhile is not written over
  revision int not null default 1,
  -- fields as they were typed, by name
  texts jsonb not null,
  saved_at timestamptz not null default palabre_now(),
  constraint editorial_draft_once unique nulls not distinct (organisation_id, person_id, page_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, page_id) references editorial_page (organisation_id, id)
);

create table faq_heading (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  title_en text not null default '',
  position int not null,
  version int not null default 1 check (version > 0),
  primary key (organisation_id, id)
);
create index faq_heading_in_order on faq_heading (organisation_id, position, id);

create table faq_entry (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  heading_id uuid not null,
  -- of its address (#q-…), made from its first words; it never changes
  slug text not null,
  question text not null check (question <> ''),
  -- marked text
  answer text not null check (answer <> ''),
  question_en text not null default '',
  answer_en text not null default '',
  position int not null,
  version int not null default 1 check (version > 0),
  made_from uuid not null,
  -- null: seen by officers only
  published_at timestamptz,
  published_by uuid,
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(question || ' ' || question_en)), 'A')
      || setweight(to_tsvector('palabre_fr', palabre_fold(answer || ' ' || answer_en)), 'B')
  ) stored,
  primary key (organisation_id, id),
  constraint faq_entry_slug unique (organisation_id, slug),
  constraint faq_entry_made_once unique (organisation_id, made_from),
  constraint faq_entry_english_whole check ((question_en = '') = (answer_en = '')),
  -- a heading that holds questions is not removed
  constraint faq_entry_of_heading foreign key (organisation_id, heading_id) references faq_heading (organisation_id, id),
  foreign key (organisation_id, published_by) references person (organisation_id, id) on delete set null (published_by)
);
create index faq_entry_in_order on faq_entry (organisation_id, heading_id, position, id);

create table partner (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  -- one sentence: what it does here
  role text not null check (role <> ''),
  role_en text not null default '',
  -- '': none
  address text not null default '',
  position int not null,
  version int not null default 1 check (version > 0),
  made_from uuid not null,
  logo_id uuid,
  logo_width int,
  logo_height int,
  primary key (organisation_id, id),
  constraint partner_made_once unique (organisation_id, made_from),
  constraint partner_address check (address = '' or address ~ '^https://'),
  constraint partner_logo_measured check (num_nonnulls(logo_id, logo_width, logo_height) in (0, 3)),
  foreign key (organisation_id, logo_id) references file (organisation_id, id)
);
create index partner_in_order on partner (organisation_id, position, id);
