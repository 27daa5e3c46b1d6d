-- What becomes of each idea (R44, R45, R46): prepared, decided, published to its holder and to everybody.

-- Why an idea may be refused, in an edition. One that is closed is offered no more, and stays readable.
create table refusal_reason (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  position int not null,
  french text not null,
  english text not null default '',
  -- what is refused for it was not admissible at all, so never studied further
  is_inadmissible boolean not null default false,
  closed_at timestamptz,
  primary key (organisation_id, id),
  constraint refusal_reason_of_edition unique (organisation_id, edition_id, id),
  constraint refusal_reason_not_empty check (french <> ''),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create unique index refusal_reason_once on refusal_reason (organisation_id, edition_id, lower(french)) where closed_at is null;

create function give_usual_reasons(organisation uuid, edition uuid) returns void language sql as $$
  insert into refusal_reason (organisation_id, edition_id, position, french, english, is_inadmissible)
  values
    (organisation, edition, 1, 'Fonctionnement, et non investissement', 'Running cost, not an investment', true),
    (organisation, edition, 2, 'Hors compétence de la commune', 'Not within the town’s powers', true),
    (organisation, edition, 3, 'Déjà prévu ou déjà fait', 'Already planned or already done', false),
    (organisation, edition, 4, 'Coût au-dessus du plafond', 'Cost above the ceiling', false),
    (organisation, edition, 5, 'Intérêt privé', 'Private interest', true),
    (organisation, edition, 6, 'Doublon d’une autre idée', 'Duplicate of another idea', false),
    (organisation, edition, 7, 'Irréalisable techniquement', 'Not technically feasible', false),
    (organisation, edition, 8, 'Contraire au droit', 'Against the law', false),
    (organisation, edition, 9, 'Hors du territoire de la commune', 'Outside the town', true),
    (organisation, edition, 10, 'Trop imprécise pour être étudiée', 'Too vague to be studied', true)
$$;
create function give_edition_its_reasons() returns trigger language plpgsql as $$
begin
  perform give_usual_reasons(new.organisation_id, new.id);
  return null;
end $$;
create trigger edition_has_reasons after insert on edition for each row execute function give_edition_its_reasons();
select give_usual_reasons(organisation_id, id) from edition;

-- Decisions published together, at once or at a chosen minute.
create table decision_batch (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  number int not null,
  planned_by uuid,
  planned_at timestamptz not null default palabre_now(),
  publishes_at timestamptz not null,
  published_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  primary key (organisation_id, id),
  constraint decision_batch_number_once unique (organisation_id, edition_id, number),
  constraint decision_batch_of_edition unique (organisation_id, edition_id, id),
  constraint decision_batch_has_one_end check (published_at is null or cancelled_at is null),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

alter table idea add constraint idea_of_edition unique (organisation_id, edition_id, id);

-- One row for each time an idea is decided: a second one only after the first was reopened.
create table decision (
  organisation_id uuid not null,
  edition_id uuid not null,
  idea_id uuid not null,
  round int not null default 1 check (round > 0),
  -- counts its savings: a form made from another is refused, and both are shown
  version int not null default 1 check (version > 0),
  outcome text not null check (outcome in ('to-vote', 'refused')),
  reason_id uuid,
  -- read by everybody
  public_text text not null default '',
  -- read by its holder only
  personal_text text not null default '',
  prepared_by uuid,
  prepared_at timestamptz not null default palabre_now(),
  decided_by uuid,
  decided_at timestamptz,
  -- the batch it is to leave with, or left with
  batch_id uuid,
  published_at timestamptz,
  -- when its holders' letters were written
  notified_at timestamptz,
  reopened_by uuid,
  reopened_at timestamptz,
  reopened_because text not null default '',
  primary key (organisation_id, idea_id, round),
  constraint decision_refused_says_why
    check ((outcome = 'refused') = (reason_id is not null) and (outcome <> 'refused' or public_text <> '')),
  constraint decision_in_its_order check (
    (batch_id is null or decided_at is not null)
    and (published_at is null or batch_id is not null)
    and (notified_at is null or published_at is not null)
    and (reopened_at is null or published_at is not null)),
  constraint decision_reopened_says_why check ((reopened_at is null) = (reopened_because = '')),
  foreign key (organisation_id, edition_id, idea_id) references idea (organisation_id, edition_id, id),
  foreign key (organisation_id, edition_id, reason_id) references refusal_reason (organisation_id, edition_id, id),
  foreign key (organisation_id, edition_id, batch_id) references decision_batch (organisation_id, edition_id, id)
);
create unique index decision_current_once on decision (organisation_id, idea_id) where reopened_at is null;
create index decision_by_edition on decision (organisation_id, edition_id);
create index decision_by_batch on decision (organisation_id, batch_id) where batch_id is not null;
create index decision_not_notified on decision (organisation_id, batch_id) where published_at is not null and notified_at is null;

create function guard_decision() returns trigger language plpgsql as $$
declare
  touched decision;
begin
  touched := coalesce(new, old);
  -- the edition's row is the lock that freezing takes
  perform 1 from edition where organisation_id = touched.organisation_id and id = touched.edition_id for share;
  if exists (select from project_list l where l.organisation_id = touched.organisation_id and l.edition_id = touched.edition_id)
    -- letters of what was published with the list are still being written
    and not (tg_op = 'UPDATE' and old.published_at is not null and new.reopened_at is not distinct from old.reopened_at) then
    raise exception 'the list is frozen' using errcode = 'check_violation', constraint = 'decision_list_is_frozen';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if old.published_at is not null then
    if tg_op = 'DELETE' or
      (to_jsonb(new) - '{notified_at,reopened_by,reopened_at,reopened_because}'::text[])
        <> (to_jsonb(old) - '{notified_at,reopened_by,reopened_at,reopened_because}'::text[])
      or (old.reopened_at is not null and new.reopened_at is distinct from old.reopened_at)
      or (old.notified_at is not null and new.notified_at is distinct from old.notified_at) then
      raise exception 'a published decision does not change' using errcode = 'check_violation', constraint = 'decision_published_stays';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  -- what was decided is what was read
  if old.decided_at is not null and new.decided_at is not distinct from old.decided_at
    and (new.outcome, new.reason_id, new.public_text, new.personal_text)
      is distinct from (old.outcome, old.reason_id, old.public_text, old.personal_text) then
    raise exception 'a decision is decided as it was read' using errcode = 'check_violation', constraint = 'decision_decided_as_read';
  end if;
  return new;
end $$;
create trigger decision_is_guarded before insert or update or delete on decision
  for each row execute function guard_decision();

-- Who was told what, and how: one for each holder and each published decision.
create table decision_notice (
  organisation_id uuid not null,
  idea_id uuid not null,
  round int not null,
  person_id uuid,
  name text not null,
  -- by mail, or on paper where there is no mailbox
  channel text not null check (channel in ('mail', 'paper')),
  written_at timestamptz not null default palabre_now(),
  -- on paper only: handed over or posted
  told_by uuid,
  told_at timestamptz,
  constraint decision_notice_once unique nulls not distinct (organisation_id, idea_id, round, person_id, name),
  constraint decision_notice_told_on_paper check (told_at is null or channel = 'paper'),
  foreign key (organisation_id, idea_id, round) references decision (organisation_id, idea_id, round),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);

-- What an edition writes around each decision, and the meeting where it is told together.
create table decision_words (
  organisation_id uuid not null,
  edition_id uuid not null,
  version int not null default 1 check (version > 0),
  words jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null default palabre_now(),
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

-- Ideas with where their decision stands.
create view idea_decision as
  select i.organisation_id, i.edition_id, i.id as idea_id, i.number, i.title, i.lang, i.category_id,
    i.published_at as deposited_at, i.words,
    d.round, d.version, d.outcome, d.reason_id, d.public_text, d.personal_text, d.prepared_by, d.prepared_at,
    d.decided_by, d.decided_at, d.batch_id, d.published_at,
    case when d.round is null then 'to-prepare' when d.decided_at is null then 'to-decide'
      when d.published_at is null then 'to-publish' else 'published' end as state
  from idea i
  left join decision d on d.organisation_id = i.organisation_id and d.idea_id = i.id and d.reopened_at is null;

-- Ideas that nobody decided yet: the one place that says what that means.
create function undecided_ideas(organisation uuid, edition uuid) returns table (idea_id uuid)
  language sql stable as $$
  select i.id from idea i
  where i.organisation_id = organisation and i.edition_id = edition
    and not exists (select from decision d where d.organisation_id = i.organisation_id and d.idea_id = i.id
      and d.reopened_at is null and d.decided_at is not null)
$$;

-- A list is frozen when everything is decided and published, what is kept has its project, and nothing refused is in one.
alter table project_list add column version int not null default 1 check (version > 0);
create function refuse_undecided_list() returns trigger language plpgsql as $$
begin
  perform 1 from edition where organisation_id = new.organisation_id and id = new.edition_id for no key update;
  if exists (select from undecided_ideas(new.organisation_id, new.edition_id))
    or exists (select from decision d where d.organisation_id = new.organisation_id and d.edition_id = new.edition_id
      and d.reopened_at is null and d.published_at is null) then
    raise exception 'an idea is undecided' using errcode = 'check_violation', constraint = 'project_list_is_decided';
  end if;
  if exists (select from decision d where d.organisation_id = new.organisation_id and d.edition_id = new.edition_id
      and d.reopened_at is null
      and (d.outcome = 'to-vote') <> exists (select from project_source s
        where s.organisation_id = d.organisation_id and s.idea_id = d.idea_id)) then
    raise exception 'projects are not those of the decisions' using errcode = 'check_violation', constraint = 'project_list_is_of_decisions';
  end if;
  return new;
end $$;
create trigger project_list_is_decided before insert on project_list
  for each row execute function refuse_undecided_list();

-- Nothing is deposited under a frozen list: it could not be decided any more.
create function refuse_idea_after_list() returns trigger language plpgsql as $$
begin
  perform 1 from edition where organisation_id = new.organisation_id and id = new.edition_id for share;
  if exists (select from project_list l where l.organisation_id = new.organisation_id and l.edition_id = new.edition_id) then
    raise exception 'the list is frozen' using errcode = 'check_violation', constraint = 'idea_before_the_list';
  end if;
  return new;
end $$;
create trigger idea_before_the_list before insert on idea for each row execute function refuse_idea_after_list();

-- Everybody whose idea a project comes from, the first one also in project.holder_id.
create table project_holder (
  organisation_id uuid not null,
  project_id uuid not null,
  position int not null check (position > 0),
  person_id uuid,
  -- the words that may be shown of somebody without an account
  name text not null default '',
  primary key (organisation_id, project_id, position),
  constraint project_holder_once unique nulls not distinct (organisation_id, project_id, person_id, name),
  constraint project_holder_is_somebody check (person_id is not null or name <> ''),
  foreign key (organisation_id, project_id) references project (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
insert into project_holder (organisation_id, project_id, position, person_id)
  select organisation_id, id, 1, holder_id from project where holder_id is not null;

-- The pictures and documents of its ideas that a project shows, in order.
create table project_file (
  organisation_id uuid not null,
  project_id uuid not null,
  file_id uuid not null,
  position int not null check (position > 0),
  primary key (organisation_id, project_id, file_id),
  foreign key (organisation_id, project_id) references project (organisation_id, id),
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);
insert into project_file (organisation_id, project_id, file_id, position)
  select s.organisation_id, s.project_id, a.file_id,
    row_number() over (partition by s.organisation_id, s.project_id order by i.number, a.position)
  from project_source s
  join idea i on i.organisation_id = s.organisation_id and i.id = s.idea_id
  join idea_attachment a on a.organisation_id = s.organisation_id and a.idea_id = s.idea_id;

create trigger project_holders_are_frozen before insert or update or delete on project_holder
  for each row execute function refuse_change_of_frozen_sources();
create trigger project_files_are_frozen before insert or update or delete on project_file
  for each row execute function refuse_change_of_frozen_sources();

-- For rooms below: whether the list of an edition is frozen.
create function has_frozen_list(organisation uuid, edition uuid) returns boolean language sql stable as $$
  select exists (select from project_list l where l.organisation_id = organisation and l.edition_id = edition)
$$;
