-- Help requests (« demandes d’aide »): what a member asks, who may help, and what was learnt (R152).

-- Which categories a component offers; no row: both.
create table help_setting (
  organisation_id uuid not null,
  component_id uuid not null,
  categories text[] not null,
  primary key (organisation_id, component_id),
  constraint help_setting_offers_some check (cardinality(categories) > 0 and categories <@ array['legal', 'technical']),
  foreign key (organisation_id, component_id) references component (organisation_id, id)
);

-- Who offers to help in a category (« personne ressource »), once the team of the space has confirmed it.
create table help_helper (
  organisation_id uuid not null,
  component_id uuid not null,
  category text not null check (category in ('legal', 'technical')),
  person_id uuid not null,
  offered_at timestamptz not null default palabre_now(),
  confirmed_at timestamptz,
  confirmed_by uuid,
  constraint help_helper_once primary key (organisation_id, component_id, category, person_id),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, confirmed_by) references person (organisation_id, id)
);
create index help_helper_by_person on help_helper (organisation_id, person_id);

create table help_request (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  component_id uuid not null,
  category text not null check (category in ('legal', 'technical')),
  title text not null check (title <> ''),
  question text not null check (question <> ''),
  lang text not null,
  -- until when an answer is of use; null: whenever
  deadline date,
  asked_by uuid not null,
  asked_at timestamptz not null default palabre_now(),
  -- the form that made it: sent twice, it makes one
  made_from uuid not null,
  -- who asked opened it to every reader of the space; null: its helpers and the team only
  shared_at timestamptz,
  -- the answer that helped, of the room of comments
  accepted_comment uuid,
  closed_at timestamptz,
  -- helpers were told that its deadline is near
  recalled_at timestamptz,
  hidden_at timestamptz,
  held_at timestamptz,
  refused_at timestamptz,
  primary key (organisation_id, id),
  constraint help_request_number_unique unique (organisation_id, number),
  constraint help_request_made_once unique (organisation_id, made_from),
  constraint help_request_held_unseen check (held_at is null or hidden_at is not null),
  constraint help_request_refused_held check (refused_at is null or held_at is not null),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  foreign key (organisation_id, asked_by) references person (organisation_id, id)
);
create index help_request_listed on help_request (organisation_id, component_id, number desc);
create index help_request_by_asker on help_request (organisation_id, asked_by);
create index help_request_due on help_request (deadline)
  where recalled_at is null and accepted_comment is null and closed_at is null and hidden_at is null;

-- What became of a request, by whom: how it stands follows from these.
create table help_request_act (
  organisation_id uuid not null,
  request_id uuid not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('answered', 'unanswered', 'closed', 'reopened', 'shared')),
  by_person uuid not null,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, request_id, id),
  foreign key (organisation_id, request_id) references help_request (organisation_id, id),
  foreign key (organisation_id, by_person) references person (organisation_id, id)
);
create index help_request_act_by_person on help_request_act (organisation_id, by_person);

-- What was learnt from a request, written anew for every reader of the space: a question, its answer, no names.
create table help_lesson (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number int not null generated always as identity,
  component_id uuid not null,
  request_id uuid not null,
  category text not null check (category in ('legal', 'technical')),
  question text not null check (question <> ''),
  answer text not null check (answer <> ''),
  lang text not null,
  written_by uuid not null,
  written_at timestamptz not null default palabre_now(),
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(question)), 'A')
      || setweight(to_tsvector('palabre_fr', palabre_fold(answer)), 'B')
  ) stored,
  primary key (organisation_id, id),
  constraint help_lesson_once unique (organisation_id, request_id),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  foreign key (organisation_id, request_id) references help_request (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
create index help_lesson_listed on help_lesson (organisation_id, component_id, number desc);
create index help_lesson_words on help_lesson using gin (organisation_id, words);
create index help_lesson_by_writer on help_lesson (organisation_id, written_by);
