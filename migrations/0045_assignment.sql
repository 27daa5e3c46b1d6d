-- Who studies what, until when (R36, R43, R197).

-- How the ideas of an edition find their first department.
create table routing_setting (
  organisation_id uuid not null,
  edition_id uuid not null,
  -- counts its savings: a form made from another is refused, and both are shown
  version int not null default 1 check (version > 0),
  -- a new idea goes to the department of its category by itself
  automatic boolean not null default true,
  -- days that a department has; null: until two weeks before the study ends
  delay_days int check (delay_days between 1 and 365),
  saved_by uuid,
  saved_at timestamptz not null default palabre_now(),
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

-- Many ideas given at once to a department, or each to that of its category.
create table assignment_run (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  -- null: each idea goes to the department of its category
  department_id uuid,
  due_on date not null,
  request text not null default '',
  total int not null check (total > 0),
  asked_count int not null default 0,
  skipped_count int not null default 0,
  asked_by uuid,
  asked_at timestamptz not null default palabre_now(),
  ended_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  primary key (organisation_id, id),
  constraint assignment_run_counts check (asked_count + skipped_count <= total),
  constraint assignment_run_ends_whole check (ended_at is null or asked_count + skipped_count = total),
  constraint assignment_run_undone_once_ended check (undone_at is null or ended_at is not null),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, department_id) references department (organisation_id, id)
);
create index assignment_run_by_edition on assignment_run (organisation_id, edition_id, asked_at desc);

-- The ideas of a run as they were chosen, and what became of each.
create table assignment_item (
  organisation_id uuid not null,
  run_id uuid not null,
  number int not null,
  idea_id uuid not null,
  -- where it stood when it was chosen
  stage text not null,
  -- null: not yet. taken: another department studies it meanwhile; known: this department was asked before; over: it
  -- is decided, or the list was frozen before its turn came
  outcome text check (outcome in ('asked', 'taken', 'known', 'no-route', 'over')),
  primary key (organisation_id, run_id, number),
  foreign key (organisation_id, run_id) references assignment_run (organisation_id, id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id)
);
create index assignment_item_left on assignment_item (organisation_id, run_id, number) where outcome is null;

alter table opinion
  -- what the office wrote with its question
  add column request text not null default '',
  -- the run that asked it last, if it was one
  add column run_id uuid,
  -- « pas mon service » : whose it may be
  add column suggested_department_id uuid,
  -- the office saw that it was given back, and asks nobody else
  add column return_closed_at timestamptz,
  add column return_closed_by uuid,
  -- when the department was written to; null: it will be, with others
  add column announced_at timestamptz,
  -- withdrawn: the office does not ask any more; what was begun is kept
  drop constraint opinion_state_check,
  add constraint opinion_state_check check (state in ('asked', 'given', 'returned', 'withdrawn')),
  add constraint opinion_of_run foreign key (organisation_id, run_id) references assignment_run (organisation_id, id),
  add constraint opinion_suggests_a_department foreign key (organisation_id, suggested_department_id)
    references department (organisation_id, id);
create index opinion_settled on opinion (organisation_id, department_id, state, settled_at desc, id) where state in ('given', 'returned');
-- what is due soon, in every edition: the round of each day
create index opinion_due on opinion (organisation_id, due_on) where state = 'asked';
create index opinion_by_run on opinion (organisation_id, run_id) where run_id is not null;
create index opinion_unannounced on opinion (organisation_id, department_id) where announced_at is null and state = 'asked';

-- Reminders sent: each once for a day that an opinion is due.
create table study_reminder (
  organisation_id uuid not null,
  opinion_id uuid not null,
  due_on date not null,
  -- before it
  days smallint not null check (days in (7, 1)),
  department_id uuid not null,
  sent_on date not null,
  constraint study_reminder_once primary key (organisation_id, opinion_id, due_on, days),
  foreign key (organisation_id, opinion_id) references opinion (organisation_id, id)
);
create index study_reminder_by_day on study_reminder (organisation_id, department_id, sent_on);

-- Where each idea stands between departments, kept as it changes: lists and counters never look through opinions.
create table study_stage (
  organisation_id uuid not null,
  edition_id uuid not null,
  idea_id uuid not null,
  number int not null,
  -- unassigned: nobody has it; returned: a department gave it back, and the office has done nothing yet; decided: whatever
  -- departments said or did not say
  stage text not null default 'unassigned' check (stage in ('unassigned', 'returned', 'asked', 'answered', 'decided')),
  -- the first day that something asked of it is due
  due_on date,
  primary key (organisation_id, idea_id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create unique index study_stage_by_number on study_stage (organisation_id, edition_id, number);
create index study_stage_by_stage on study_stage (organisation_id, edition_id, stage, number);
create index study_stage_due on study_stage (organisation_id, edition_id, due_on) where due_on is not null;

insert into study_stage (organisation_id, edition_id, idea_id, number)
  select organisation_id, edition_id, id, number from idea;

create function begin_study_stage() returns trigger language plpgsql as $$
begin
  insert into study_stage (organisation_id, edition_id, idea_id, number)
    select organisation_id, edition_id, id, number from written;
  return null;
end $$;
create trigger idea_has_a_study_stage after insert on idea
  referencing new table as written for each statement execute function begin_study_stage();

-- At the end of each transaction that touches an opinion or a decision, so that these are always locked before stages. The
-- row of the stage is locked first, and looked at from by a statement of its own: two who write at once see each other.
create function refresh_study_stage(organisation uuid, idea uuid) returns void language plpgsql as $$
begin
  perform 1 from study_stage s where s.organisation_id = organisation and s.idea_id = idea for update;
  update study_stage s set stage = c.stage, due_on = case when c.stage <> 'decided' then c.due_on end
    from (
      select min(o.due_on) filter (where o.state = 'asked') as due_on,
        case
          when exists (select from decision d where d.organisation_id = organisation and d.idea_id = idea
            and d.decided_at is not null and d.reopened_at is null) then 'decided'
          when bool_or(o.state = 'returned' and o.return_closed_at is null and not exists (
            select from opinion later where later.organisation_id = o.organisation_id and later.idea_id = o.idea_id
              and later.id <> o.id and later.state in ('asked', 'given') and later.asked_at >= o.settled_at)) then 'returned'
          when bool_or(o.state = 'asked') then 'asked'
          when bool_or(o.state = 'given') then 'answered'
          else 'unassigned'
        end as stage
      from opinion o where o.organisation_id = organisation and o.idea_id = idea
    ) c
    where s.organisation_id = organisation and s.idea_id = idea
      and (s.stage, s.due_on) is distinct from (c.stage, case when c.stage <> 'decided' then c.due_on end);
end $$;
select refresh_study_stage(organisation_id, idea_id) from (
  select organisation_id, idea_id from opinion union select organisation_id, idea_id from decision) touched;

create function study_stage_follows() returns trigger language plpgsql as $$
begin
  perform refresh_study_stage((coalesce(new, old)).organisation_id, (coalesce(new, old)).idea_id);
  return null;
end $$;
create constraint trigger study_stage_follows_opinions
  after insert or delete or update of state, due_on, asked_at, settled_at, return_closed_at on opinion
  deferrable initially deferred for each row execute function study_stage_follows();
create constraint trigger study_stage_follows_decisions after insert or delete or update of decided_at, reopened_at on decision
  deferrable initially deferred for each row execute function study_stage_follows();

-- Published by the ideas: what the office sees of each in a list.
create view studied_idea as
  select organisation_id, edition_id, id, number, title, lang, category_id, words from idea;
