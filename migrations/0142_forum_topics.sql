-- Topics of a forum (R155): what a member begins, what is said after it being comments; some answer an article.
create table forum_topic (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  component_id uuid not null,
  title text not null check (title <> ''),
  message text not null check (message <> ''),
  lang text not null,
  author_id uuid not null,
  written_at timestamptz not null default palabre_now(),
  -- of the last message, this one or a comment: what was spoken of last stands first
  last_at timestamptz not null default palabre_now(),
  -- the form that made it: sent twice, it makes one
  made_from uuid not null,
  -- the article that it answers, of whatever room
  about_kind text,
  about_id uuid,
  pinned_at timestamptz,
  closed_at timestamptz,
  hidden_at timestamptz,
  held_at timestamptz,
  refused_at timestamptz,
  primary key (organisation_id, id),
  constraint forum_topic_number_unique unique (organisation_id, number),
  constraint forum_topic_made_once unique (organisation_id, made_from),
  constraint forum_topic_about_whole check ((about_kind is null) = (about_id is null)),
  constraint forum_topic_held_unseen check (held_at is null or hidden_at is not null),
  constraint forum_topic_refused_held check (refused_at is null or held_at is not null),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id)
);
create index forum_topic_listed on forum_topic (organisation_id, component_id, last_at desc, id desc) where hidden_at is null;
create index forum_topic_pinned on forum_topic (organisation_id, component_id, pinned_at)
  where pinned_at is not null and hidden_at is null;
create index forum_topic_about on forum_topic (organisation_id, about_kind, about_id) where about_id is not null;
create index forum_topic_by_author on forum_topic (organisation_id, author_id);

-- What the team of the space did with a topic: how it stands follows from these.
create table forum_topic_act (
  organisation_id uuid not null,
  topic_id uuid not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('pinned', 'unpinned', 'closed', 'reopened')),
  by_person uuid not null,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, topic_id, id),
  foreign key (organisation_id, topic_id) references forum_topic (organisation_id, id),
  foreign key (organisation_id, by_person) references person (organisation_id, id)
);
create index forum_topic_act_by_person on forum_topic_act (organisation_id, by_person);
