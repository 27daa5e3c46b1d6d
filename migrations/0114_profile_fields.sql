-- Optional questions about people (R95, R106), and what they answered, kept apart from their accounts (decision 078).

-- What an administrator asks, in order. Question and answers never change: what was answered keeps its meaning. It may
-- be closed, and another one asked.
create table profile_field (
  organisation_id uuid not null references organisation (id),
  -- made by the form that was sent: sent twice, it is one
  id uuid not null,
  kind text not null,
  question text not null check (question <> ''),
  -- '': nobody wrote it in English
  question_en text not null default '',
  -- of a choice: the answers; of a band of numbers: none
  choices text[] not null default '{}',
  choices_en text[] not null default '{}',
  -- of a band of numbers: where each one but the first begins
  bounds int[] not null default '{}',
  position int not null,
  closed_at timestamptz,
  closed_by uuid,
  -- the day of the last count of its answers; null: none yet
  counted_on date,
  primary key (organisation_id, id),
  constraint profile_field_kind check (kind in ('choice', 'band')),
  constraint profile_field_answers check (
    (kind = 'choice' and cardinality(choices) >= 2 and cardinality(bounds) = 0)
    or (kind = 'band' and cardinality(bounds) >= 1 and cardinality(choices) = 0)),
  constraint profile_field_english check (cardinality(choices_en) in (0, cardinality(choices))),
  constraint profile_field_closed_by_somebody check ((closed_at is null) = (closed_by is null)),
  foreign key (organisation_id, closed_by) references person (organisation_id, id)
);
create index profile_field_in_order on profile_field (organisation_id, position, id);

-- What one person answered. The mark is a keyed hash: without the instance's key no row leads to anybody. No time, and
-- no order but that of chance.
create table profile_answer (
  organisation_id uuid not null,
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  field_id uuid not null,
  -- 0: would rather not say; otherwise the place of the answer, from 1
  choice int not null check (choice >= 0),
  constraint profile_answer_once primary key (organisation_id, mark, field_id),
  foreign key (organisation_id, field_id) references profile_field (organisation_id, id)
);
create index profile_answer_of_field on profile_answer (organisation_id, field_id, choice);

-- What may be told of the answers: it is counted at night, and moves by five people and more.
create table profile_figure (
  organisation_id uuid not null,
  field_id uuid not null,
  choice int not null check (choice >= 0),
  people int not null,
  primary key (organisation_id, field_id, choice),
  constraint profile_figure_five_at_least check (people = 0 or people >= 5),
  foreign key (organisation_id, field_id) references profile_field (organisation_id, id)
);
