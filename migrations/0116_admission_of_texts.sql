-- Against programs that write in quantity: what new accounts write may wait until somebody has read it. Nothing here looks
-- at the network that they write from.

-- How many of somebody's texts were published: their account is new until there are some.
create table text_trust (
  organisation_id uuid not null,
  person_id uuid not null,
  accepted int not null default 0 check (accepted >= 0),
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
insert into text_trust (organisation_id, person_id, accepted)
  select organisation_id, author_id, count(*) from (
    select organisation_id, author_id from comment where hidden_at is null
    union all select organisation_id, author_id from idea where author_id is not null and hidden_at is null) written
  group by organisation_id, author_id;

-- Texts of new accounts, hour by hour: what is usual here, and what is not.
create table text_hour (
  organisation_id uuid not null references organisation (id),
  hour timestamptz not null,
  texts int not null default 0,
  accepted int not null default 0,
  primary key (organisation_id, hour)
);

-- Texts that wait together, for one decision: they are nearly the same, or came all at once.
create table text_wave (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  why text not null check (why in ('alike', 'surge')),
  opened_at timestamptz not null default palabre_now(),
  -- what was decided last: of a wave that was published, texts that come later pass too
  outcome text check (outcome in ('published', 'hidden')),
  primary key (organisation_id, id)
);
create index text_wave_open on text_wave (organisation_id, why, opened_at desc) where outcome is null;

-- A text of a new account, for a day; one that waits, until somebody decides.
create table watched_text (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  target_kind text not null check (target_kind in ('idea', 'comment')),
  target_id uuid not null,
  space_id uuid,
  person_id uuid not null,
  -- what it is about and what it says, for who reads it before anybody else
  title text not null,
  words text not null,
  -- its words and pairs of words, as numbers
  shingles int[] not null,
  written_at timestamptz not null default palabre_now(),
  held_why text check (held_why in ('links', 'alike', 'surge')),
  wave_id uuid,
  outcome text check (outcome in ('published', 'hidden', 'gone')),
  cleared_at timestamptz,
  cleared_by uuid,
  primary key (organisation_id, id),
  constraint watched_once unique (organisation_id, target_kind, target_id),
  constraint watched_cleared_whole check ((outcome is null) = (cleared_at is null)),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, wave_id) references text_wave (organisation_id, id),
  foreign key (organisation_id, cleared_by) references person (organisation_id, id)
);
create index watched_text_of_person on watched_text (organisation_id, person_id, written_at desc);
create index watched_text_recent on watched_text (organisation_id, written_at) where held_why is null;
create index watched_text_queue on watched_text (organisation_id, written_at, id)
  where held_why is not null and outcome is null and wave_id is null;
create index watched_text_of_wave on watched_text (organisation_id, wave_id, written_at, id)
  where held_why is not null and outcome is null and wave_id is not null;

-- Where texts that share much meet: some of the marks of nearly the same texts are the same.
create table text_mark (
  organisation_id uuid not null,
  text_id uuid not null,
  mark int not null,
  written_at timestamptz not null default palabre_now(),
  primary key (organisation_id, text_id, mark),
  foreign key (organisation_id, text_id) references watched_text (organisation_id, id) on delete cascade
);
create index text_mark_met on text_mark (organisation_id, mark, written_at desc);

-- A comment that waits is hidden, and of no list but its author's.
alter table comment add column held_at timestamptz,
  -- somebody has read it, and it stays unseen
  add column refused_at timestamptz,
  add constraint comment_held_unseen check (held_at is null or hidden_at is not null),
  add constraint comment_refused_held check (refused_at is null or held_at is not null);
drop index comment_roots;
drop index comment_roots_aligned;
drop index comment_roots_by_score;
drop index comment_of_thread;
create index comment_roots on comment (organisation_id, target_kind, target_id, number)
  where root_id is null and held_at is null;
create index comment_roots_aligned on comment (organisation_id, target_kind, target_id, alignment, number)
  where root_id is null and held_at is null;
create index comment_roots_by_score on comment (organisation_id, target_kind, target_id, score desc, number)
  where root_id is null and held_at is null;
create index comment_of_thread on comment (organisation_id, root_id, path) where root_id is not null and held_at is null;
create index comment_held on comment (organisation_id, author_id, target_id, number) where held_at is not null;

-- What was read before anybody else saw it is counted in the public log.
alter table moderation_act add column texts int not null default 1 check (texts > 0),
  drop constraint moderation_act_kind_check,
  add constraint moderation_act_kind_check check (kind in ('hidden', 'restored', 'kept', 'upheld', 'warned', 'suspended',
    'published', 'refused'));
