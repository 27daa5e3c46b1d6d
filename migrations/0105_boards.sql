-- Ideas stand on a board: an edition, with the edition's own id, or a component of a space whose contents are ideas
-- (decision 086). The columns of ideas keep their name `edition_id`: they mean the board.
create table board (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('edition', 'component')),
  primary key (organisation_id, id)
);

create function give_board() returns trigger language plpgsql as $$
begin
  insert into board (organisation_id, id, kind) values (new.organisation_id, new.id, tg_argv[0]);
  return null;
end $$;
create trigger edition_has_a_board after insert on edition
  for each row execute function give_board('edition');
create trigger component_has_a_board after insert on component
  for each row when (new.kind in ('ideas', 'official-proposals', 'contributions', 'needs'))
  execute function give_board('component');
insert into board (organisation_id, id, kind)
  select organisation_id, id, 'edition' from edition
  union all
  select organisation_id, id, 'component' from component
  where kind in ('ideas', 'official-proposals', 'contributions', 'needs');

-- No row of these is rewritten, and nodes of the version before go on.
do $$
declare
  held text;
begin
  foreach held in array array['idea', 'idea_draft', 'idea_tally', 'similar_search', 'similar_pair', 'idea_import',
      'workshop', 'idea_origin'] loop
    execute format('alter table %1$I drop constraint %2$I,
      add constraint %3$I foreign key (organisation_id, edition_id) references board (organisation_id, id) not valid',
      held, held || '_organisation_id_edition_id_fkey', held || '_on_board');
    execute format('alter table %I validate constraint %I', held, held || '_on_board');
    execute format('comment on column %I.edition_id is %L', held, 'the board');
  end loop;
end $$;

-- A component is never abandoned: whether it takes ideas is asked of its dates.
create or replace function refuse_for_abandoned_edition() returns trigger language plpgsql as $$
begin
  perform from edition e
    where e.organisation_id = new.organisation_id and e.id = new.edition_id and e.opened_at is not null;
  if found then
    return new;
  end if;
  if tg_table_name in ('idea', 'idea_draft') and exists (select from board b
      where b.organisation_id = new.organisation_id and b.id = new.edition_id and b.kind = 'component') then
    return new;
  end if;
  perform from edition e
    where e.organisation_id = new.organisation_id and e.id = new.edition_id and e.abandoned_at is null
    for share;
  if not found then
    raise exception 'the edition % was abandoned', new.edition_id
      using errcode = 'check_violation', constraint = 'edition_abandoned_is_empty';
  end if;
  return new;
end;
$$;

-- What is said in a component is studied by nobody: no project comes of it.
create or replace function begin_study_stage() returns trigger language plpgsql as $$
begin
  insert into study_stage (organisation_id, edition_id, idea_id, number)
    select w.organisation_id, w.edition_id, w.id, w.number
    from written w
    join board b on b.organisation_id = w.organisation_id and b.id = w.edition_id and b.kind = 'edition';
  return null;
end $$;

create or replace view studied_idea as
  select i.organisation_id, i.edition_id, i.id, i.number, i.title, i.lang, i.category_id, i.words
  from idea i
  join board b on b.organisation_id = i.organisation_id and b.id = i.edition_id and b.kind = 'edition';

create or replace view idea_decision as
  select i.organisation_id, i.edition_id, i.id as idea_id, i.number, i.title, i.lang, i.category_id,
    i.published_at as deposited_at, i.words,
    d.round, d.version, d.outcome, d.reason_id, d.public_text, d.personal_text, d.prepared_by, d.prepared_at,
    d.decided_by, d.decided_at, d.batch_id, d.published_at,
    case when d.round is null then 'to-prepare' when d.decided_at is null then 'to-decide'
      when d.published_at is null then 'to-publish' else 'published' end as state
  from idea i
  join board b on b.organisation_id = i.organisation_id and b.id = i.edition_id and b.kind = 'edition'
  left join decision d on d.organisation_id = i.organisation_id and d.idea_id = i.id and d.reopened_at is null;
