-- lets an index of words or of letters be kept per edition
create extension if not exists btree_gin;

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
create index idea_words on idea using gin (edition_id, words);

-- The only thing that others see of who wrote an idea (R70).
create view idea_author as
  select organisation_id, id, nickname from person;

-- Every stem that the ideas of an edition hold, and how many ideas hold it: tells what is rare before it is
-- looked for, and which word was meant when one is mistyped. Kept in the writer's transaction.
create table idea_word (
  organisation_id uuid not null,
  edition_id uuid not null,
  stem text collate "C" not null,
  ideas int not null,
  primary key (organisation_id, edition_id, stem)
);
create index idea_word_letters on idea_word using gin (edition_id, stem gin_trgm_ops);

create function count_idea_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into idea_word as w (organisation_id, edition_id, stem, ideas)
      select i.organisation_id, i.edition_id, t.stem, count(*)
      from written i, unnest(tsvector_to_array(i.words)) as t (stem)
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (organisation_id, edition_id, stem) do update set ideas = w.ideas + excluded.ideas;
  else
    insert into idea_word as w (organisation_id, edition_id, stem, ideas)
      select new.organisation_id, new.edition_id, t.stem, sum(t.change)
      from (select unnest(tsvector_to_array(new.words)), 1 union all select unnest(tsvector_to_array(old.words)), -1)
        as t (stem, change)
      group by t.stem having sum(t.change) <> 0 order by t.stem
      on conflict (organisation_id, edition_id, stem) do update set ideas = w.ideas + excluded.ideas;
  end if;
  return null;
end $$;
create trigger idea_words_are_counted after insert on idea
  referencing new table as written for each statement execute function count_idea_words();
create trigger idea_words_are_counted_again after update on idea
  for each row when (old.words is distinct from new.words) execute function count_idea_words();

-- What a person searches, as the index of words understands it: all words asked for, each by its stem or as
-- the beginning of a longer one. `ideas`: how many the answer may hold, by the rarity of its words.
-- A word that stands nowhere is replaced by the closest ones (`approximate`); without any, `query` is null.
create function idea_search(organisation uuid, edition uuid, terms text[],
  out query tsquery, out ideas float8, out approximate boolean)
  language plpgsql stable
  set pg_trgm.similarity_threshold = 0.35
  as $$
declare
  term text;
  folded text;
  wanted text;
  meant text;
  held float8;
  total float8 := coalesce((select greatest(t.ideas, 1) from idea_tally t
    where t.organisation_id = organisation and t.edition_id = edition and t.category_id is null), 1);
begin
  approximate := false;
  foreach term in array terms loop
    folded := regexp_replace(palabre_fold(term), '[^[:alnum:]]', '', 'g');
    wanted := (tsvector_to_array(to_tsvector('palabre_fr', folded)))[1];
    continue when wanted is null;
    select string_agg(quote_literal(w.stem), ' | '), sum(w.ideas) into meant, held
      from (select w.stem, w.ideas from idea_word w
        where w.organisation_id = organisation and w.edition_id = edition and w.ideas > 0
          and (w.stem = wanted or (length(folded) >= 4 and w.stem >= folded collate "C" and w.stem < folded || chr(1114111) collate "C"))
        order by w.stem <> wanted, w.ideas desc limit 20) w;
    if meant is null then
      approximate := true;
      select string_agg(quote_literal(w.stem), ' | '), sum(w.ideas) into meant, held
        from (select w.stem, w.ideas from idea_word w
          where w.organisation_id = organisation and w.edition_id = edition and w.ideas > 0 and w.stem % wanted
          order by similarity(w.stem, wanted) desc, w.ideas desc, w.stem limit 3) w;
    end if;
    if meant is null then
      query := null;
      return;
    end if;
    query := coalesce(query && meant::tsquery, meant::tsquery);
    ideas := coalesce(ideas, total) * least(1, held / total);
  end loop;
end $$;

-- What a published idea looked like before each edit; an edit after a support must never happen, even in a race (R115).
create table idea_version (
  organisation_id uuid not null,
  idea_id uuid not null,
  version int not null check (version > 0),
  title text not null,
  body text not null,
  category_id uuid not null,
  lang text not null,
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
-- Which changes came after that moment is told by the transaction that wrote them, exactly as the reader's
-- snapshot saw it; the time only bounds the search. Rows older than a day serve nobody and are removed.
create table idea_support_change (
  organisation_id uuid not null,
  edition_id uuid not null,
  idea_id uuid not null,
  -- in order of the changes of one idea: given under the lock of its row
  sequence bigint generated always as identity,
  changed_at timestamptz not null default palabre_now(),
  written_xid xid8 not null default pg_current_xact_id(),
  count_before int not null,
  primary key (organisation_id, sequence),
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
  -- typed after the session was lost: the text of this draft, until the person signs in again
  continues_draft_id uuid,
  primary key (organisation_id, id),
  constraint idea_draft_has_an_owner check (person_id is not null or token_hash is not null),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index idea_draft_by_person on idea_draft (organisation_id, person_id, saved_at desc);
create index idea_draft_by_token on idea_draft (organisation_id, token_hash);

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
