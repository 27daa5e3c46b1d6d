-- Discussion lists (R154): a component of a space that people also read and write by mail.
create table mailing_list (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  component_id uuid not null,
  -- what stands before the @: one domain serves every organisation of an installation
  local_part text not null check (local_part ~ '^[a-z0-9]([a-z0-9.-]{0,22}[a-z0-9])?$' and local_part !~ '\.\.'),
  -- « [eau] » before every subject; '': none
  prefix text not null default '' check (length(prefix) <= 30 and prefix !~ '[\r\n]'),
  -- what becomes of a mail of somebody who has not subscribed
  strangers text not null default 'refused' check (strangers in ('refused', 'read-first')),
  moderation text not null default 'none' check (moderation in ('none', 'first', 'all')),
  -- of a whole mail, its attachments included
  most_bytes int not null default 10485760 check (most_bytes between 1048576 and 15728640),
  version int not null default 1 check (version > 0),
  made_at timestamptz not null default palabre_now(),
  made_by uuid,
  -- nothing comes in any more; the archive stays
  closed_at timestamptz,
  closed_by uuid,
  -- digests have told of what was published until then
  digested_until timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint mailing_list_local_part unique (local_part),
  constraint mailing_list_of_component unique (organisation_id, component_id),
  foreign key (organisation_id, component_id) references component (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id),
  foreign key (organisation_id, closed_by) references person (organisation_id, id)
);

create table list_subscription (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  list_id uuid not null,
  person_id uuid not null,
  delivery text not null default 'each' check (delivery in ('each', 'digest', 'archive')),
  -- others read their e-mail address under what they write
  shows_address boolean not null default false,
  subscribed_at timestamptz not null default palabre_now(),
  -- somebody of the team has read a first message of theirs
  trusted_at timestamptz,
  -- their mailbox sends letters back: nothing is sent until they ask for it again
  paused_at timestamptz,
  -- what came back before says nothing any more
  resumed_at timestamptz,
  primary key (organisation_id, id),
  constraint list_subscription_once unique (organisation_id, list_id, person_id),
  foreign key (organisation_id, list_id) references mailing_list (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index list_subscription_by_person on list_subscription (organisation_id, person_id);

create table list_message (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  list_id uuid not null,
  -- the first message of its thread: itself, where it begins one
  thread_id uuid not null,
  -- null: it begins a thread
  parent_id uuid,
  -- null: somebody without an account here
  author_id uuid,
  -- as their mail says it, of somebody without an account; for the team alone
  sender_name text not null default '',
  sender_email text not null default '',
  -- without < and >; what answers name
  mail_id text not null check (mail_id ~ '^[!-~]+$' and length(mail_id) <= 250),
  subject text not null,
  body text not null,
  -- what it quotes of others, folded
  quoted text not null default '',
  came_by text not null check (came_by in ('mail', 'web')),
  -- [{"name", "why"}]: attachments that were not kept
  dropped jsonb not null default '[]',
  received_at timestamptz not null default palabre_now(),
  -- why it waits; null: it never did
  waits_for text check (waits_for in ('proof', 'stranger', 'first', 'all')),
  published_at timestamptz,
  -- by whoever read it first; null: nobody needed to
  accepted_by uuid,
  refused_at timestamptz,
  refused_by uuid,
  refusal text not null default '',
  -- of what begins a thread: when somebody last wrote in it, and how many messages it holds
  last_at timestamptz,
  replies int not null default 0,
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(subject)), 'A')
      || setweight(to_tsvector('palabre_fr', palabre_fold(body)), 'B')
  ) stored,
  primary key (organisation_id, id),
  -- however often a mail server gives it, and however many at once
  constraint list_message_once unique (organisation_id, list_id, mail_id),
  constraint list_message_told check (published_at is null or refused_at is null),
  constraint list_message_waits check (waits_for is not null or published_at is not null),
  foreign key (organisation_id, list_id) references mailing_list (organisation_id, id),
  foreign key (organisation_id, thread_id) references list_message (organisation_id, id),
  foreign key (organisation_id, parent_id) references list_message (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id),
  foreign key (organisation_id, accepted_by) references person (organisation_id, id),
  foreign key (organisation_id, refused_by) references person (organisation_id, id)
);
create index list_thread_in_order on list_message (organisation_id, list_id, last_at desc, id)
  where parent_id is null and published_at is not null;
create index list_message_of_thread on list_message (organisation_id, thread_id, published_at, id)
  where published_at is not null;
create index list_message_published on list_message (organisation_id, list_id, published_at, id)
  where published_at is not null;
create index list_message_waiting on list_message (organisation_id, list_id, received_at, id)
  where published_at is null and refused_at is null;
create index list_message_by_author on list_message (organisation_id, author_id);
create index list_message_words on list_message using gin (words);

create table list_file (
  organisation_id uuid not null,
  message_id uuid not null,
  file_id uuid not null,
  position smallint not null,
  primary key (organisation_id, message_id, file_id),
  constraint list_file_once unique (organisation_id, file_id),
  foreign key (organisation_id, message_id) references list_message (organisation_id, id) on delete cascade,
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);

-- What a day brought, for those who read it together.
create table list_digest (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  list_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  primary key (organisation_id, id),
  constraint list_digest_once unique (organisation_id, list_id, from_at),
  foreign key (organisation_id, list_id) references mailing_list (organisation_id, id)
);

-- A message or a digest on its way to one subscriber: its id stands in the envelope, and comes back with what was not delivered.
create table list_letter (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  subscription_id uuid not null,
  message_id uuid,
  digest_id uuid,
  queued_at timestamptz not null default palabre_now(),
  tries smallint not null default 0,
  sent_at timestamptz,
  -- no server takes it
  failed_at timestamptz,
  bounced_at timestamptz,
  primary key (organisation_id, id),
  constraint list_letter_id unique (id),
  constraint list_letter_once unique nulls not distinct (organisation_id, subscription_id, message_id, digest_id),
  constraint list_letter_of_one check (num_nonnulls(message_id, digest_id) = 1),
  foreign key (organisation_id, subscription_id) references list_subscription (organisation_id, id) on delete cascade,
  foreign key (organisation_id, message_id) references list_message (organisation_id, id) on delete cascade,
  foreign key (organisation_id, digest_id) references list_digest (organisation_id, id)
);
create index list_letter_of_message on list_letter (organisation_id, message_id) where message_id is not null;
create index list_letter_bounced on list_letter (organisation_id, subscription_id, bounced_at) where bounced_at is not null;
