-- The study of ideas (R42, R43): what the office finds of each, and what each department that is asked says.

-- Which department an idea of a category goes to first (R36).
create table routing (
  organisation_id uuid not null,
  edition_id uuid not null,
  category_id uuid not null,
  department_id uuid not null,
  primary key (organisation_id, edition_id, category_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, category_id) references category (organisation_id, id) on delete cascade,
  foreign key (organisation_id, department_id) references department (organisation_id, id)
);

-- The office's own sheet of an idea: admissibility, and the figures kept out of the opinions.
create table study (
  organisation_id uuid not null,
  idea_id uuid not null,
  edition_id uuid not null,
  -- counts its savings: a form made from another is refused, and both are shown
  version int not null default 1 check (version > 0),
  -- {criterion id: "met" | "unmet"}; what is not there was not looked at
  criteria jsonb not null default '{}',
  -- null: not said yet
  admissible boolean,
  admissibility_note text not null default '',
  -- cents, taxes included; null: not known yet
  capital_cost bigint check (capital_cost >= 0),
  -- cents a year
  yearly_cost bigint check (yearly_cost >= 0),
  -- months from the vote to the delivery
  delay_months int check (delay_months between 0 and 600),
  saved_by uuid,
  saved_at timestamptz not null default palabre_now(),
  primary key (organisation_id, idea_id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

-- What one department is asked about one idea, and what it says. Asked again after it gave the idea back, it is the same row.
create table opinion (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  idea_id uuid not null,
  department_id uuid not null,
  state text not null default 'asked' check (state in ('asked', 'given', 'returned')),
  version int not null default 1 check (version > 0),
  asked_by uuid,
  asked_at timestamptz not null default palabre_now(),
  -- the last day for it
  due_on date not null,
  -- the agent who has it in hand, if one took it
  agent_id uuid,
  verdict text check (verdict in ('favourable', 'reserved', 'unfavourable')),
  technical text check (technical in ('yes', 'with-conditions', 'no')),
  legal text check (legal in ('yes', 'with-conditions', 'no')),
  financial text check (financial in ('yes', 'with-conditions', 'no')),
  capital_cost bigint check (capital_cost >= 0),
  yearly_cost bigint check (yearly_cost >= 0),
  delay_months int check (delay_months between 0 and 600),
  -- the reason that would be given to the holder, of the edition's list; and in words
  comment text not null default '',
  -- « pas mon service »
  return_comment text not null default '',
  saved_by uuid,
  saved_at timestamptz,
  -- when it was given, or given back
  settled_at timestamptz,
  primary key (organisation_id, id),
  constraint opinion_once unique (organisation_id, idea_id, department_id),
  constraint opinion_given_has_a_verdict check (state <> 'given' or (verdict is not null and settled_at is not null)),
  constraint opinion_returned_says_why check (state <> 'returned' or (return_comment <> '' and settled_at is not null)),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, department_id) references department (organisation_id, id)
);
-- the queue of a department, the most urgent first
create index opinion_queue on opinion (organisation_id, department_id, state, due_on, id);
create index opinion_by_edition on opinion (organisation_id, edition_id, state, due_on, id);

-- Every saving of a sheet or of an opinion, as it was: the history with its differences (R200).
create table study_version (
  organisation_id uuid not null,
  idea_id uuid not null,
  -- null: the office's sheet
  opinion_id uuid,
  version int not null,
  content jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null default palabre_now(),
  constraint study_version_once unique nulls not distinct (organisation_id, idea_id, opinion_id, version),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, opinion_id) references opinion (organisation_id, id)
);
create trigger study_version_is_append_only before update or delete or truncate on study_version
  for each statement execute function refuse_rewriting();
