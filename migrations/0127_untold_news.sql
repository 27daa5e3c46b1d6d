-- What happened to something that is followed, and is told to its followers by a job: what comes within an hour is told
-- together. A row stays a week, so that what is heard of twice is told once.
create table untold_news (
  organisation_id uuid not null,
  -- whose followers are told: an idea, an event, a space with its themes and components
  target_kind text not null check (target_kind <> ''),
  target_id uuid not null,
  -- what happened: a comment, an idea, a withdrawal…
  kind text not null check (kind <> ''),
  -- of what: the comment, the idea…
  item_id uuid not null,
  -- who did it: they are not told; null: a date, a seed, or an account that is gone
  actor_id uuid,
  at timestamptz not null default palabre_now(),
  -- what is told together
  telling uuid,
  told_at timestamptz,
  constraint untold_news_once primary key (organisation_id, target_kind, target_id, kind, item_id),
  foreign key (organisation_id, actor_id) references person (organisation_id, id)
);
create index untold_news_waiting on untold_news (organisation_id, target_kind, target_id, kind) where told_at is null;
create index untold_news_told on untold_news (told_at) where told_at is not null;
create index untold_news_by_actor on untold_news (organisation_id, actor_id);
