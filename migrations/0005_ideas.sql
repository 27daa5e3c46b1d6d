create table idea (
  organisation_id uuid not null,
  edition_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  title text not null,
  body text not null,
  category_id uuid not null,
  lang text not null default 'fr',
  author_id uuid not null,
  published_at timestamptz not null default palabre_now(),
  edited_at timestamptz,
  support_count int not null default 0,
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(title)), 'A') || setweight(to_tsvector('palabre_fr', palabre_fold(body)), 'B')
  ) stored,
  primary key (organisation_id, id),
  constraint idea_number_unique unique (organisation_id, edition_id, number),
  constraint idea_supports_not_negative check (support_count >= 0),
  constraint idea_not_empty check (title <> '' and body <> ''),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, category_id) references category (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id)
);
create index idea_recent on idea (organisation_id, edition_id, published_at desc, number desc);
create index idea_recent_in_category on idea (organisation_id, edition_id, category_id, published_at desc, number desc);
create index idea_supported on idea (organisation_id, edition_id, support_count desc, number desc);
create index idea_supported_in_category on idea (organisation_id, edition_id, category_id, support_count desc, number desc);
create index idea_by_author on idea (organisation_id, author_id, edition_id);
create index idea_words on idea using gin (words);
create index idea_title_trigrams on idea using gin (palabre_fold(title) gin_trgm_ops);

-- What a published idea looked like before each edit; an edit after a support must never happen, even in a race (R115).
create table idea_version (
  organisation_id uuid not null,
  idea_id uuid not null,
  version int not null check (version > 0),
  title text not null,
  body text not null,
  category_id uuid not null,
  replaced_at timestamptz not null default palabre_now(),
  primary key (organisation_id, idea_id, version),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id)
);
create function refuse_edit_after_support() returns trigger language plpgsql as $$
begin
  if old.support_count > 0 and (old.title, old.body, old.category_id) is distinct from (new.title, new.body, new.category_id) then
    raise exception 'an idea that has supports is not edited' using errcode = 'check_violation', constraint = 'idea_not_edited_after_support';
  end if;
  return new;
end $$;
create trigger idea_not_edited_after_support before update on idea
  for each row execute function refuse_edit_after_support();

create table idea_support (
  organisation_id uuid not null,
  idea_id uuid not null,
  person_id uuid not null,
  supported_at timestamptz not null default palabre_now(),
  constraint idea_support_once primary key (organisation_id, idea_id, person_id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index idea_support_by_person on idea_support (organisation_id, person_id);

-- The count an idea had before each change: a reader who pages through "most supported" keeps the order
-- of the moment they began, so nothing repeats or is skipped while others support.
create table idea_support_change (
  organisation_id uuid not null,
  edition_id uuid not null,
  idea_id uuid not null,
  changed_at timestamptz not null default palabre_now(),
  id uuid not null default gen_random_uuid(),
  count_before int not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id)
);
create index idea_support_change_by_time on idea_support_change (organisation_id, edition_id, changed_at);

-- Counts per edition (category_id null) and category, kept in the writer's transaction: lists never count rows.
create table idea_tally (
  organisation_id uuid not null,
  edition_id uuid not null,
  category_id uuid,
  ideas int not null default 0 check (ideas >= 0),
  last_number int not null default 0,
  constraint idea_tally_unique unique nulls not distinct (organisation_id, edition_id, category_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

-- A draft belongs to a person, or to whoever holds its token until they sign in. It survives everything.
create table idea_draft (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  person_id uuid,
  token_hash text,
  title text not null default '',
  body text not null default '',
  category_id uuid,
  lang text not null default 'fr',
  compared_at timestamptz,
  saved_at timestamptz not null default palabre_now(),
  published_idea_id uuid,
  primary key (organisation_id, id),
  constraint idea_draft_has_an_owner check (person_id is not null or token_hash is not null),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index idea_draft_by_person on idea_draft (organisation_id, person_id, saved_at desc);

create table idea_attachment (
  organisation_id uuid not null,
  file_id uuid not null,
  draft_id uuid,
  idea_id uuid,
  position smallint not null,
  primary key (organisation_id, file_id),
  constraint idea_attachment_has_a_place check (num_nonnulls(draft_id, idea_id) = 1),
  foreign key (organisation_id, file_id) references file (organisation_id, id),
  foreign key (organisation_id, draft_id) references idea_draft (organisation_id, id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id)
);
create index idea_attachment_by_idea on idea_attachment (organisation_id, idea_id);
create index idea_attachment_by_draft on idea_attachment (organisation_id, draft_id);
