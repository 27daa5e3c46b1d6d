-- News of the town (R41): written, shown from a date on, withdrawn with a reason, corrected in the open.
create table news_item (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  number int not null check (number > 0),
  -- null: of the whole organisation
  edition_id uuid,
  title text not null check (title <> ''),
  summary text not null default '',
  -- with the marks of `splitMarkup`
  body text not null default '',
  -- served by its item alone, so that it is seen when that is
  picture_id uuid,
  version int not null default 1 check (version > 0),
  written_by uuid not null,
  written_at timestamptz not null default palabre_now(),
  -- null: a draft
  published_by uuid,
  published_at timestamptz,
  -- from then on everybody reads it
  shows_at timestamptz,
  -- what its writer said where a pre-electoral period was on: why it informs and does not promote
  pause_reason text not null default '',
  -- what was changed after it was shown, as everybody reads it
  correction text not null default '',
  corrected_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdraw_reason text not null default '',
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(title)), 'A')
      || setweight(to_tsvector('palabre_fr', palabre_fold(summary)), 'B')
      || setweight(to_tsvector('palabre_fr', palabre_fold(body)), 'C')
  ) stored,
  primary key (organisation_id, id),
  constraint news_item_number_once unique (organisation_id, number),
  constraint news_item_published_whole check ((published_at is null) = (published_by is null)
    and (published_at is null) = (shows_at is null) and (published_at is null or (summary <> '' and body <> ''))),
  constraint news_item_withdrawn_with_words check (withdrawn_at is null or (published_at is not null and withdraw_reason <> '')),
  constraint news_item_corrected_with_words check ((corrected_at is null) = (correction = '')),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, picture_id) references file (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
create index news_item_shown on news_item (organisation_id, shows_at desc, id) where withdrawn_at is null;
create index news_item_words on news_item using gin (organisation_id, words);

-- What everybody may read now: drafts, later dates, what was withdrawn and editions in preparation never come through it.
create view public_news as
  select n.organisation_id, n.id, n.number, n.edition_id, n.title, n.summary, n.body, n.picture_id, n.shows_at,
    n.correction, n.corrected_at, n.words
  from news_item n
  left join edition e on e.organisation_id = n.organisation_id and e.id = n.edition_id
  where n.shows_at <= palabre_now() and n.withdrawn_at is null
    and (n.edition_id is null or (e.opened_at is not null and e.abandoned_at is null));

-- A newsletter: own words, and what it tells of, in the order chosen.
create table newsletter (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  subject text not null check (subject <> '' and subject !~ '[\r\n]'),
  words text not null default '',
  -- in English; '' : the French ones are read
  subject_en text not null default '' check (subject_en !~ '[\r\n]'),
  words_en text not null default '',
  news uuid[] not null default '{}',
  posts uuid[] not null default '{}',
  meetings uuid[] not null default '{}',
  -- which of those who asked for it are written to
  segment text not null default 'all' check (segment in ('all', 'edition', 'category', 'district', 'winners')),
  edition_id uuid,
  category_id uuid,
  district text not null default '',
  version int not null default 1 check (version > 0),
  written_by uuid not null,
  written_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint newsletter_segment_whole check ((segment = 'all') = (edition_id is null)
    and (segment = 'category') = (category_id is not null) and (segment = 'district') = (district <> '')),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, category_id) references category (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
create index newsletter_recent on newsletter (organisation_id, written_at desc, id);

-- Its sending: once, whoever presses the button at the same time; how far it has gone, and who stopped it.
create table newsletter_sending (
  organisation_id uuid not null,
  newsletter_id uuid not null,
  -- subject, text and HTML of each language, as every reader of it receives them
  letters jsonb not null,
  -- how many readers were shown before it began
  counted int not null check (counted > 0),
  pause_reason text not null default '',
  begun_by uuid not null,
  begun_at timestamptz not null default palabre_now(),
  -- the part of its readers that is being written to, and the last one looked at
  part text not null default 'accounts' check (part in ('accounts', 'addresses')),
  place uuid,
  written int not null default 0 check (written >= 0),
  ended_at timestamptz,
  stopped_by uuid,
  stopped_at timestamptz,
  constraint newsletter_sent_once primary key (organisation_id, newsletter_id),
  constraint newsletter_stopped_by_somebody check ((stopped_by is null) = (stopped_at is null)),
  foreign key (organisation_id, newsletter_id) references newsletter (organisation_id, id),
  foreign key (organisation_id, begun_by) references person (organisation_id, id)
);

-- Who asked for it by address, without an account: proven by a mailed link, gone with the subscription.
create table newsletter_subscriber (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  email text not null,
  mailbox text not null,
  locale text not null check (locale in ('fr', 'en')),
  asked_at timestamptz not null default palabre_now(),
  -- null: the address is not proven yet; gone after two days
  confirmed_at timestamptz,
  primary key (organisation_id, id),
  constraint newsletter_subscriber_once unique (organisation_id, mailbox)
);
create index newsletter_subscriber_unproven on newsletter_subscriber (asked_at) where confirmed_at is null;

-- The HTML of letters that many receive alike: kept once a batch, erased with their words.
create table letter_html (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  html text not null,
  kept_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id)
);
alter table letter
  add column html_id uuid,
  -- of somebody without an account: the path that stops such letters by one POST
  add column stop_path text,
  add foreign key (organisation_id, html_id) references letter_html (organisation_id, id);
create index letter_by_stop_path on letter (organisation_id, stop_path) where stop_path is not null;
