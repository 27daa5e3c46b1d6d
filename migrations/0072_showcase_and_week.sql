-- What a realisation changed, in one sentence, as the showcase of every edition says it (R85).
alter table realisation
  add column outcome text not null default ''
    constraint realisation_outcome_length check (char_length(outcome) <= 200);

-- The letter of the week to the mayor's office, written once per organisation and week, also where there was nothing to say.
create table weekly_letter (
  organisation_id uuid not null references organisation (id),
  -- the Monday on which it is written
  monday date not null constraint weekly_letter_on_monday check (extract(isodow from monday) = 1),
  -- letters queued; none where nothing had happened and nothing was due
  written int not null check (written >= 0),
  written_at timestamptz not null default palabre_now(),
  constraint weekly_letter_once primary key (organisation_id, monday)
);
