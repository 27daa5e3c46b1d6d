-- Actions that certified groups propose, commit to and tell about (R3–R19, R27–R29).
create table fund_action (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  fund_id uuid not null,
  -- who proposes
  group_id uuid not null,
  -- of its address, in the organisation
  number int not null,
  state text not null default 'draft' check (state in
    ('draft', 'submitted', 'changes-requested', 'published', 'fundable', 'refused', 'archived')),
  title text not null default '',
  summary text not null default '',
  -- « syndicale » or « solidarité » (R5); '' in a draft
  kind text not null default '' check (kind in ('', 'union', 'solidarity')),
  description text not null default '',
  -- how citizens take part, why nobody needs much time or skill, how another group does it elsewhere (R6–R8)
  involvement text not null default '',
  inclusion text not null default '',
  reproduction text not null default '',
  steps text not null default '',
  materials text not null default '',
  -- criteria ticked by the group
  criteria text[] not null default '{}',
  -- cents: the sum of its lines (R10)
  maximum bigint not null default 0 check (maximum >= 0),
  picture_id uuid,
  version int not null default 1 check (version > 0),
  created_by uuid not null,
  created_at timestamptz not null default palabre_now(),
  submitted_at timestamptz,
  published_at timestamptz,
  fundable_at timestamptz,
  -- groups committed now: kept with the commitments, under the lock of this row
  commitments int not null default 0 check (commitments >= 0),
  supports int not null default 0 check (supports >= 0),
  title_key text generated always as (palabre_fold(title)) stored,
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(title)), 'A')
      || setweight(to_tsvector('palabre_fr', palabre_fold(summary)), 'B')
      || setweight(to_tsvector('palabre_fr', palabre_fold(description || ' ' || steps || ' ' || materials)), 'C')
  ) stored,
  primary key (organisation_id, id),
  constraint fund_action_number_once unique (organisation_id, number),
  constraint fund_action_submitted check (submitted_at is not null or state = 'draft'),
  constraint fund_action_published check ((published_at is not null) or state not in ('published', 'fundable', 'archived')),
  constraint fund_action_stays_fundable check (fundable_at is null or state in ('fundable', 'archived')),
  foreign key (organisation_id, fund_id) references fund (organisation_id, id),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, picture_id) references file (organisation_id, id),
  foreign key (organisation_id, created_by) references person (organisation_id, id)
);
create index fund_action_of_group on fund_action (organisation_id, group_id, created_at desc, id);
create index fund_action_in_catalogue on fund_action (organisation_id, fund_id, published_at desc, id)
  where state in ('published', 'fundable');
create index fund_action_to_examine on fund_action (organisation_id, submitted_at, id) where state = 'submitted';
create index fund_action_words on fund_action using gin (organisation_id, words);

create table fund_action_line (
  organisation_id uuid not null,
  action_id uuid not null,
  position smallint not null,
  label text not null check (label <> ''),
  amount bigint not null check (amount > 0),
  primary key (organisation_id, action_id, position),
  foreign key (organisation_id, action_id) references fund_action (organisation_id, id) on delete cascade
);

-- What was handed in each time, kept whole, so that two can be laid side by side (R11).
create table fund_action_version (
  organisation_id uuid not null,
  action_id uuid not null,
  number int not null check (number > 0),
  content jsonb not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null default palabre_now(),
  primary key (organisation_id, action_id, number),
  foreign key (organisation_id, action_id) references fund_action (organisation_id, id) on delete cascade,
  foreign key (organisation_id, submitted_by) references person (organisation_id, id)
);

-- Every step of an action; `fundable` once only, whoever commits at the same instant (R17).
create table fund_action_act (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  action_id uuid not null,
  sequence bigint generated always as identity,
  kind text not null check (kind in
    ('submitted', 'changes-requested', 'published', 'refused', 'fundable', 'archived', 'reopened')),
  words text not null default '',
  -- criteria that a reviewer found unmet
  unmet text[] not null default '{}',
  by_person uuid,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint fund_action_act_with_words check (kind not in ('changes-requested', 'refused') or words <> ''),
  foreign key (organisation_id, action_id) references fund_action (organisation_id, id) on delete cascade,
  foreign key (organisation_id, by_person) references person (organisation_id, id)
);
create unique index fund_action_fundable_once on fund_action_act (organisation_id, action_id) where kind = 'fundable';
create unique index fund_action_published_once on fund_action_act (organisation_id, action_id) where kind = 'published';
create index fund_action_act_in_order on fund_action_act (organisation_id, action_id, sequence);

-- What reviewers and the group write to each other, seen by them alone (R11).
create table fund_action_message (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  action_id uuid not null,
  sequence bigint generated always as identity,
  side text not null check (side in ('group', 'review')),
  words text not null check (words <> ''),
  written_by uuid not null,
  written_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, action_id) references fund_action (organisation_id, id) on delete cascade,
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
create index fund_action_message_in_order on fund_action_message (organisation_id, action_id, sequence);

-- « Engagement »: one of a group for an action, cast by a lead or a manager (R14, R15, R27).
create table fund_commitment (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  action_id uuid not null,
  group_id uuid not null,
  adaptation text not null default '',
  -- when the group means to do it; both or none
  planned_from date,
  planned_to date,
  committed_by uuid not null,
  committed_at timestamptz not null default palabre_now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  -- when the group was reminded of its report (R28)
  reminded_at timestamptz,
  primary key (organisation_id, id),
  constraint fund_commitment_planned check ((planned_from is null) = (planned_to is null) and planned_to >= planned_from),
  constraint fund_commitment_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null)),
  foreign key (organisation_id, action_id) references fund_action (organisation_id, id),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, committed_by) references person (organisation_id, id),
  foreign key (organisation_id, withdrawn_by) references person (organisation_id, id)
);
create unique index fund_commitment_once on fund_commitment (organisation_id, action_id, group_id) where withdrawn_at is null;
create index fund_commitment_of_group on fund_commitment (organisation_id, group_id, committed_at desc);
create index fund_commitment_late on fund_commitment (organisation_id, planned_to) where withdrawn_at is null and reminded_at is null;

-- « Soutien » of a member: tells interest, decides nothing (requirements, ambiguity 3).
create table fund_action_support (
  organisation_id uuid not null,
  action_id uuid not null,
  person_id uuid not null,
  supported_at timestamptz not null default palabre_now(),
  constraint fund_action_support_once primary key (organisation_id, action_id, person_id),
  foreign key (organisation_id, action_id) references fund_action (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);

-- What a group that did it tells the others (R16, R28).
create table fund_action_report (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  action_id uuid not null,
  group_id uuid not null,
  held_on date not null,
  place text not null default '',
  -- who took part, members and others
  people int not null check (people between 1 and 100000),
  worked text not null check (worked <> ''),
  harder text not null default '',
  version int not null default 1 check (version > 0),
  written_by uuid not null,
  written_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint fund_action_report_once unique (organisation_id, action_id, group_id, held_on),
  foreign key (organisation_id, action_id) references fund_action (organisation_id, id),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
create index fund_action_report_in_order on fund_action_report (organisation_id, action_id, written_at desc, id);
create table fund_action_report_picture (
  organisation_id uuid not null,
  report_id uuid not null,
  file_id uuid not null,
  position smallint not null,
  primary key (organisation_id, file_id),
  constraint fund_action_report_picture_in_order unique (organisation_id, report_id, position),
  foreign key (organisation_id, report_id) references fund_action_report (organisation_id, id) on delete cascade,
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);

-- A message of a group to the leads of groups near it (R19): once a day for an action.
create table fund_action_call (
  organisation_id uuid not null,
  action_id uuid not null,
  group_id uuid not null,
  on_day date not null,
  words text not null check (words <> ''),
  groups int not null check (groups > 0),
  sent_by uuid not null,
  sent_at timestamptz not null default palabre_now(),
  constraint fund_action_call_once_a_day primary key (organisation_id, action_id, group_id, on_day),
  foreign key (organisation_id, action_id) references fund_action (organisation_id, id),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, sent_by) references person (organisation_id, id)
);
