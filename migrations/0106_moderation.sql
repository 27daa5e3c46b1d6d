-- Moderation by the articles of a charter (R117, R118, R137). Nothing is hidden by a report: somebody judges, says by which
-- article, and whoever wrote it may appeal. What is hidden stays where it is, out of sight.

-- Articles by which contributions are judged, as the office wrote them; none: those that come with the platform.
create table charter_article (
  organisation_id uuid not null references organisation (id),
  number smallint not null check (number > 0),
  title text not null check (title <> ''),
  primary key (organisation_id, number)
);
create table moderation_setting (
  organisation_id uuid not null primary key references organisation (id),
  -- how many people report a contribution before it is urgent
  reports_to_raise smallint not null check (reports_to_raise between 1 and 100),
  version int not null default 1 check (version > 0)
);

-- Everything that is asked about one contribution, until somebody judges.
create table moderation_case (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  target_kind text not null check (target_kind in ('idea', 'meeting', 'comment')),
  target_id uuid not null,
  space_id uuid,
  -- as it was called when it was reported: for who judges
  title text not null,
  author_id uuid,
  reports int not null default 0 check (reports >= 0),
  opened_at timestamptz not null default palabre_now(),
  -- enough people reported it
  raised_at timestamptz,
  -- its author asks that it be hidden
  asked_at timestamptz,
  -- 0: raised, 1: asked by its author, 2: reported
  rank smallint not null default 2 check (rank between 0 and 2),
  closed_at timestamptz,
  closed_by uuid,
  outcome text check (outcome in ('kept', 'hidden')),
  primary key (organisation_id, id),
  constraint case_closed_with_outcome check ((closed_at is null) = (outcome is null)),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id),
  foreign key (organisation_id, closed_by) references person (organisation_id, id)
);
create unique index case_open_once on moderation_case (organisation_id, target_kind, target_id) where closed_at is null;
create index moderation_case_queue on moderation_case (organisation_id, rank, opened_at, id) where closed_at is null;
create index moderation_case_closed on moderation_case (organisation_id, closed_at desc, id desc) where closed_at is not null;
create index moderation_case_by_author on moderation_case (organisation_id, author_id) where author_id is not null;

create table report (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  target_kind text not null,
  target_id uuid not null,
  -- null: their account is erased
  person_id uuid,
  -- null: something else, said in words
  article smallint,
  article_title text not null default '',
  words text not null default '',
  reported_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint report_once unique (organisation_id, target_kind, target_id, person_id),
  constraint report_says_why check (article is not null or words <> ''),
  foreign key (organisation_id, case_id) references moderation_case (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index report_of_case on report (organisation_id, case_id, reported_at);
create index report_by_person on report (organisation_id, person_id) where person_id is not null;

-- Its author asks that it be hidden, and says why (R117).
create table hide_request (
  organisation_id uuid not null,
  case_id uuid not null,
  person_id uuid,
  justification text not null,
  asked_at timestamptz not null default palabre_now(),
  constraint hide_request_once primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references moderation_case (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index hide_request_by_person on hide_request (organisation_id, person_id) where person_id is not null;

create table hiding (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  target_kind text not null,
  target_id uuid not null,
  -- null: at the request of its author
  article smallint,
  article_title text not null default '',
  -- what its author is told
  words text not null default '',
  hidden_by uuid not null,
  hidden_at timestamptz not null default palabre_now(),
  lifted_by uuid,
  lifted_at timestamptz,
  lifted_words text not null default '',
  primary key (organisation_id, id),
  constraint hiding_of_case unique (organisation_id, case_id),
  constraint hiding_lifted_by_someone check ((lifted_at is null) = (lifted_by is null)),
  foreign key (organisation_id, case_id) references moderation_case (organisation_id, id),
  foreign key (organisation_id, hidden_by) references person (organisation_id, id),
  foreign key (organisation_id, lifted_by) references person (organisation_id, id)
);
create unique index hiding_stands_once on hiding (organisation_id, target_kind, target_id) where lifted_at is null;

-- Whoever wrote it may ask once that somebody else look at it again.
create table appeal (
  organisation_id uuid not null,
  hiding_id uuid not null,
  person_id uuid,
  words text not null,
  appealed_at timestamptz not null default palabre_now(),
  answered_by uuid,
  answered_at timestamptz,
  answer text not null default '',
  outcome text check (outcome in ('upheld', 'lifted')),
  constraint appeal_once primary key (organisation_id, hiding_id),
  constraint appeal_answered_whole check ((answered_at is null) = (outcome is null)),
  foreign key (organisation_id, hiding_id) references hiding (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, answered_by) references person (organisation_id, id)
);
create index appeal_waiting on appeal (organisation_id, appealed_at, hiding_id) where answered_at is null;
create index appeal_by_person on appeal (organisation_id, person_id) where person_id is not null;

create table warning (
  organisation_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  article smallint not null,
  article_title text not null,
  words text not null,
  warned_by uuid not null,
  warned_at timestamptz not null default palabre_now(),
  constraint warning_once primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references moderation_case (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, warned_by) references person (organisation_id, id)
);
create index warning_of_person on warning (organisation_id, person_id);

-- Until a date, somebody reads, appeals and takes their data away, and publishes nothing.
create table suspension (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  person_id uuid not null,
  article smallint not null,
  article_title text not null,
  words text not null,
  suspended_by uuid not null,
  suspended_at timestamptz not null default palabre_now(),
  until timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (organisation_id, id),
  constraint suspension_ends_later check (until > suspended_at),
  constraint suspension_once unique (organisation_id, case_id),
  foreign key (organisation_id, case_id) references moderation_case (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, suspended_by) references person (organisation_id, id),
  foreign key (organisation_id, lifted_by) references person (organisation_id, id)
);
create index suspension_of_person on suspension (organisation_id, person_id, until);

-- What everybody reads of it: what was done and by which article, never about whom nor by whom.
create table moderation_act (
  organisation_id uuid not null references organisation (id),
  sequence bigint generated always as identity,
  kind text not null check (kind in ('hidden', 'restored', 'kept', 'upheld', 'warned', 'suspended')),
  target_kind text not null check (target_kind in ('idea', 'meeting', 'comment')),
  article smallint,
  article_title text not null default '',
  acted_at timestamptz not null default palabre_now(),
  primary key (organisation_id, sequence)
);

-- A copy for the lists, written with the judgement.
alter table idea add column hidden_at timestamptz;
alter table meeting add column hidden_at timestamptz;
create index idea_hidden on idea (organisation_id, edition_id) where hidden_at is not null;

-- The words of what is hidden are no words of the edition: they are neither proposed nor counted until it comes back.
create function count_hidden_words() returns trigger language plpgsql as $$
begin
  insert into idea_word as w (organisation_id, edition_id, stem, ideas)
    select new.organisation_id, new.edition_id, t.stem, case when new.hidden_at is null then 1 else -1 end
    from unnest(tsvector_to_array(new.words)) as t (stem) order by t.stem
    on conflict (organisation_id, edition_id, stem) do update set ideas = w.ideas + excluded.ideas;
  return null;
end $$;
create trigger idea_hidden_words after update of hidden_at on idea
  for each row when ((old.hidden_at is null) <> (new.hidden_at is null)) execute function count_hidden_words();
