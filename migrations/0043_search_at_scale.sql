-- Ideas of an edition that resemble each other, found by a job and looked through by officers (R47).

-- How far the search of an edition has come: ideas up to `after_number` are compared. Its row is the lock.
create table similar_search (
  organisation_id uuid not null,
  edition_id uuid not null,
  requested_at timestamptz not null default palabre_now(),
  requested_by uuid,
  -- ideas that waited to be compared when it was asked for, and those compared since
  ideas int not null default 0,
  compared int not null default 0,
  after_number int not null default 0,
  finished_at timestamptz,
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, requested_by) references person (organisation_id, id)
);

-- Which text of an idea was compared: that of this edit, or the first one (null).
create table idea_comparison (
  organisation_id uuid not null,
  idea_id uuid not null,
  text_edited_at timestamptz,
  compared_at timestamptz not null default palabre_now(),
  primary key (organisation_id, idea_id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id)
);

create table similar_pair (
  organisation_id uuid not null,
  edition_id uuid not null,
  idea_low uuid not null,
  idea_high uuid not null,
  score float8 not null check (score >= 0 and score <= 1),
  found_at timestamptz not null default palabre_now(),
  primary key (organisation_id, idea_low, idea_high),
  constraint similar_pair_in_order check (idea_low < idea_high),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, idea_low) references idea (organisation_id, id),
  foreign key (organisation_id, idea_high) references idea (organisation_id, id)
);
create index similar_pair_by_score on similar_pair (organisation_id, edition_id, score desc, idea_low, idea_high);
create index similar_pair_by_high on similar_pair (organisation_id, idea_high);

-- « Pas la même idée »: outlives the pair, which may be found again after an edit.
create table similar_dismissal (
  organisation_id uuid not null,
  idea_low uuid not null,
  idea_high uuid not null,
  dismissed_by uuid not null,
  dismissed_at timestamptz not null default palabre_now(),
  primary key (organisation_id, idea_low, idea_high),
  constraint similar_dismissal_in_order check (idea_low < idea_high),
  foreign key (organisation_id, idea_low) references idea (organisation_id, id),
  foreign key (organisation_id, idea_high) references idea (organisation_id, id),
  foreign key (organisation_id, dismissed_by) references person (organisation_id, id)
);

-- What a person searches, as the index of words understands it: all words asked for, each by its stem or as
-- the beginning of a longer one. `ideas`: how many the answer may hold, by the rarity of its words.
-- A word that stands nowhere is replaced by the closest ones (`approximate`); without any, `query` is null and no
-- idea is expected, whatever the other words hold: an order is not read to its end for nothing.
create or replace function idea_search(organisation uuid, edition uuid, terms text[],
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
      ideas := 0;
      return;
    end if;
    query := coalesce(query && meant::tsquery, meant::tsquery);
    ideas := coalesce(ideas, total) * least(1, held / total);
  end loop;
end $$;
