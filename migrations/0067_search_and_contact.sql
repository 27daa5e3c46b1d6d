-- Search across everything (R198). Ideas have their own index since 0005; projects and the steps of realisations
-- get theirs here, in the same spelling and with the same stems.
alter table project add column words tsvector generated always as (
  setweight(to_tsvector('palabre_fr', palabre_fold(title)), 'A')
    || setweight(to_tsvector('palabre_fr', palabre_fold(summary)), 'B')
    || setweight(to_tsvector('palabre_fr', palabre_fold(place || ' ' || district)), 'C')
) stored;
create index project_words on project using gin (organisation_id, words);

alter table realisation_step add column words tsvector generated always as (
  to_tsvector('palabre_fr', palabre_fold(title || ' ' || description))
) stored;
create index realisation_step_words on realisation_step using gin (organisation_id, words);

-- Projects that residents may see: of a frozen list, in a public edition whose campaign has begun (as isListPublic
-- says). Ideas, drafts and unfrozen projects never come through it.
create view public_project as
  select p.organisation_id, p.edition_id, p.id, p.number, p.title, p.summary, p.place, p.words
  from project p
  join project_list l on l.organisation_id = p.organisation_id and l.edition_id = p.edition_id
  join edition e on e.organisation_id = p.organisation_id and e.id = p.edition_id
    and e.opened_at is not null and e.abandoned_at is null
  where p.number is not null
    and exists (select from phase h where h.organisation_id = p.organisation_id and h.edition_id = p.edition_id
      and h.step = 'campaign' and h.starts_at <= palabre_now());

-- What is being realised, under the title of its project.
create view public_realisation as
  select r.organisation_id, r.edition_id, r.id, r.stage, p.number, p.title, p.summary, p.words
  from realisation r
  join project p on p.organisation_id = r.organisation_id and p.id = r.project_id
  join edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
    and e.opened_at is not null and e.abandoned_at is null
  where p.number is not null;

-- What a person searches in a text that is not an idea: every word asked for, by its stem or as the beginning of a
-- longer one. Given the stems of these texts (`among`), a word that stands in none of them is replaced by the closest
-- ones; without any, there is no query and nothing is found.
create function words_query(terms text[], among text[] default null) returns tsquery
  language plpgsql stable
  as $$
declare
  term text;
  folded text;
  wanted text;
  meant text;
  wording tsquery;
begin
  foreach term in array terms loop
    folded := regexp_replace(palabre_fold(term), '[^[:alnum:]]', '', 'g');
    wanted := (tsvector_to_array(to_tsvector('palabre_fr', folded)))[1];
    continue when wanted is null;
    meant := quote_literal(wanted) || case when length(folded) >= 4 then ' | ' || quote_literal(folded) || ':*' else '' end;
    if among is not null and not exists (select from unnest(among) as a (stem)
        where a.stem = wanted or (length(folded) >= 4 and starts_with(a.stem, folded))) then
      select string_agg(quote_literal(c.stem), ' | ') into meant
        from (select a.stem from unnest(among) as a (stem) where similarity(a.stem, wanted) >= 0.35
          order by similarity(a.stem, wanted) desc, a.stem limit 3) c;
      if meant is null then
        return null;
      end if;
    end if;
    wording := coalesce(wording && meant::tsquery, meant::tsquery);
  end loop;
  return wording;
end $$;

-- Pre-electoral period (article L52-1 of the electoral code): from one day to another, for a reason. Ended before its
-- time or entered by mistake, it stays with who lifted it.
create table promotion_pause (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  starts_on date not null,
  ends_on date not null,
  reason text not null check (reason <> ''),
  declared_by uuid not null,
  declared_at timestamptz not null default palabre_now(),
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (organisation_id, id),
  constraint promotion_pause_ends_after_start check (ends_on >= starts_on),
  constraint promotion_pause_lifted_by_somebody check ((lifted_by is null) = (lifted_at is null)),
  foreign key (organisation_id, declared_by) references person (organisation_id, id),
  foreign key (organisation_id, lifted_by) references person (organisation_id, id)
);
create index promotion_pause_by_day on promotion_pause (organisation_id, ends_on);

-- What people wrote to the organisation (R65): the words and where to answer, nothing about the machine they wrote
-- from. Erased a year after the last act (`erased_at`): number and dates stay.
create table contact_message (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  topic text not null check (topic in ('question', 'vote', 'accessibility', 'personal-data', 'other')),
  name text not null default '',
  email text not null,
  body text not null,
  lang text not null check (lang in ('fr', 'en')),
  received_at timestamptz not null default palabre_now(),
  -- of the form: sent twice, it is one message
  form_id uuid not null,
  -- the last reply or closing
  answered_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  erased_at timestamptz,
  primary key (organisation_id, id),
  constraint contact_message_number_unique unique (organisation_id, number),
  constraint contact_message_once unique (organisation_id, form_id),
  constraint contact_message_closed_by_somebody check ((closed_by is null) = (closed_at is null)),
  constraint contact_message_has_words check ((erased_at is null) = (body <> '')),
  foreign key (organisation_id, closed_by) references person (organisation_id, id)
);
create index contact_message_open on contact_message (organisation_id, number desc) where closed_at is null;

create table contact_reply (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  message_id uuid not null,
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, message_id) references contact_message (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
create index contact_reply_of_message on contact_reply (organisation_id, message_id, written_at);
