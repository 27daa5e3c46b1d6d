-- The questionnaire at the close of an edition (R64): what is asked, what was answered, and who did, kept apart.

create table survey (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  -- { fr, en }: what is said before the questions
  introduction jsonb not null,
  -- in order: { id, kind, words, choices, required }
  questions jsonb not null,
  -- counts the changes of what is asked: answers to another one are refused
  version int not null default 1 check (version > 0),
  -- null: being prepared; the dates alone decide what is open
  opens_at timestamptz,
  closes_at timestamptz,
  -- whether those who took part in the edition are written to as it opens
  invites boolean not null default true,
  -- people who answered
  answers int not null default 0 check (answers >= 0),
  created_by uuid,
  created_at timestamptz not null default palabre_now(),
  published_by uuid,
  published_at timestamptz,
  primary key (organisation_id, id),
  constraint survey_once unique (organisation_id, edition_id),
  constraint survey_both_dates check ((opens_at is null) = (closes_at is null)),
  constraint survey_in_order check (opens_at < closes_at),
  constraint survey_published_closed check (published_at is null or closes_at <= published_at),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

-- What somebody answered to stays as it was asked.
create function keep_survey_questions() returns trigger language plpgsql as $$
begin
  if old.answers > 0 and new.answers >= old.answers
      and (new.questions is distinct from old.questions or new.introduction is distinct from old.introduction) then
    raise exception 'people answered these questions'
      using errcode = 'check_violation', constraint = 'survey_keeps_its_questions';
  end if;
  return new;
end $$;
create trigger keep_survey_questions before update on survey
  for each row execute function keep_survey_questions();

-- Who answered, while it is open: a keyed hash of an account, or of a form that was sent. No time, no link to an answer;
-- emptied when it closes.
create table survey_answered (
  organisation_id uuid not null,
  survey_id uuid not null,
  mark text not null,
  constraint survey_answered_once primary key (organisation_id, survey_id, mark),
  foreign key (organisation_id, survey_id) references survey (organisation_id, id)
);

-- What was answered: how many gave each answer. choice '': how many answered the question at all.
create table survey_count (
  organisation_id uuid not null,
  survey_id uuid not null,
  question_id uuid not null,
  choice text not null,
  people int not null check (people > 0),
  constraint survey_count_once primary key (organisation_id, survey_id, question_id, choice),
  foreign key (organisation_id, survey_id) references survey (organisation_id, id)
);

-- What was written, each text by itself: `place` is drawn anew with each text, and says nothing of when.
create table survey_text (
  organisation_id uuid not null,
  survey_id uuid not null,
  question_id uuid not null,
  place int not null check (place > 0),
  body text not null check (body <> ''),
  constraint survey_text_once primary key (organisation_id, survey_id, question_id, place),
  foreign key (organisation_id, survey_id) references survey (organisation_id, id)
);

-- How far the letter to those who took part has gone: once for each questionnaire.
create table survey_mailing (
  organisation_id uuid not null,
  survey_id uuid not null,
  -- the readers that are being written to, and the last one who was; null: none of them yet
  part text not null default 'holders' check (part in ('holders', 'supporters', 'askers')),
  place uuid,
  written int not null default 0 check (written >= 0),
  ended_at timestamptz,
  constraint survey_mailing_once primary key (organisation_id, survey_id),
  foreign key (organisation_id, survey_id) references survey (organisation_id, id)
);
