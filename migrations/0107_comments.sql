-- Comments on what people publish (R127-R131): what is said under an idea or an event, answered, rated, and who is named in it.

-- How a comment stands with its readers: what is surely found useful less what is surely not (lower bounds of Wilson's
-- interval at 95 %), in millionths; nobody rated: 0.
create function comment_score(up int, down int) returns int
  language sql immutable parallel safe
  return case when up + down = 0 then 0 else round(1e6 * (
    ((up + 1.9208) - 1.96 * sqrt((up::float8 * down) / (up + down) + 0.9604)) / (up + down + 3.8416)
    - ((down + 1.9208) - 1.96 * sqrt((up::float8 * down) / (up + down) + 0.9604)) / (up + down + 3.8416)))::int end;

-- What is said under one thing, in numbers; its row is the lock of whoever writes there. Hidden comments are not counted.
create table comment_tally (
  organisation_id uuid not null references organisation (id),
  target_kind text not null check (target_kind in ('idea', 'meeting')),
  target_id uuid not null,
  comments int not null default 0 check (comments >= 0),
  pro int not null default 0 check (pro >= 0),
  con int not null default 0 check (con >= 0),
  neutral int not null default 0 check (neutral >= 0),
  -- given to the latest comment
  last_number int not null default 0,
  primary key (organisation_id, target_kind, target_id),
  constraint comment_tally_whole check (pro + con + neutral <= comments)
);

create table comment (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  target_kind text not null,
  target_id uuid not null,
  -- the space of participation of its target; null: of none
  space_id uuid,
  -- the comment that its thread begins with; null: itself
  root_id uuid,
  -- what it answers; null: the target itself
  parent_id uuid,
  depth smallint not null check (depth between 0 and 3),
  -- in its target, in order of writing
  number int not null check (number > 0),
  -- numbers from under its root down to itself: the order of a thread, each answer under what it answers
  path int[] not null,
  author_id uuid not null,
  body text not null check (body <> ''),
  lang text not null,
  alignment text check (alignment in ('pro', 'con', 'neutral')),
  up int not null default 0 check (up >= 0),
  down int not null default 0 check (down >= 0),
  score int not null generated always as (comment_score(up, down)) stored,
  -- of a root: how many stand in its thread, itself left out
  replies int not null default 0 check (replies >= 0),
  published_at timestamptz not null default palabre_now(),
  -- a moderator took its words out of sight; it keeps its place
  hidden_at timestamptz,
  -- the form that wrote it: sent twice, it writes one
  form_id uuid not null,
  primary key (organisation_id, id),
  constraint comment_written_once unique (organisation_id, author_id, form_id),
  constraint comment_number_unique unique (organisation_id, target_kind, target_id, number),
  constraint comment_answer_in_thread check (
    (depth = 0 and root_id is null and parent_id is null and path = '{}')
    or (depth > 0 and root_id is not null and parent_id is not null and cardinality(path) = depth and alignment is null)),
  foreign key (organisation_id, target_kind, target_id) references comment_tally,
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, root_id) references comment (organisation_id, id),
  foreign key (organisation_id, parent_id) references comment (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id)
);
create index comment_roots on comment (organisation_id, target_kind, target_id, number) where root_id is null;
create index comment_roots_aligned on comment (organisation_id, target_kind, target_id, alignment, number)
  where root_id is null;
create index comment_roots_by_score on comment (organisation_id, target_kind, target_id, score desc, number)
  where root_id is null;
create index comment_of_thread on comment (organisation_id, root_id, path) where root_id is not null;

-- One per person and comment; it may change, or be taken back.
create table comment_rating (
  organisation_id uuid not null,
  comment_id uuid not null,
  person_id uuid not null,
  value smallint not null check (value in (-1, 1)),
  constraint comment_rated_once primary key (organisation_id, comment_id, person_id),
  foreign key (organisation_id, comment_id) references comment (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index comment_rating_by_person on comment_rating (organisation_id, person_id);

-- Who is named in it, with @ and their nickname: told once.
create table comment_mention (
  organisation_id uuid not null,
  comment_id uuid not null,
  person_id uuid not null,
  constraint comment_mentioned_once primary key (organisation_id, comment_id, person_id),
  foreign key (organisation_id, comment_id) references comment (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index comment_mention_by_person on comment_mention (organisation_id, person_id);

-- Nicknames that begin so, for whoever names somebody.
create index person_nickname_prefix on person (organisation_id, nickname_key text_pattern_ops);

-- Whether ideas of an edition are commented (R99); ideas of the editions of before too.
alter table edition add column comments_open boolean not null default true;
