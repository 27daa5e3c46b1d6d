-- A fund that certified groups share (R1, R9, R13, R17, R18, R26, R30). Its money is in the ledger; here is what it allows.
create table fund (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  -- « exercice » : a year, or what the movement calls it
  period text not null check (period <> ''),
  currency text not null default 'EUR' check (currency = 'EUR'),
  summary text not null default '',
  presentation text not null default '',
  rules text not null default '',
  -- who sees its actions (R13)
  visible_to text not null default 'certified-groups' check (visible_to in ('certified-groups', 'members', 'public')),
  -- cents, of one action of one group (R9)
  cap bigint not null default 30000 check (cap > 0),
  -- commitments that make an action fundable (R17)
  threshold int not null default 5 check (threshold between 1 and 1000),
  -- whether the group that proposes counts as one that commits (requirements, ambiguity 2)
  count_proposer boolean not null default false,
  -- whether a group may be funded more than once for the same action (ambiguity 5)
  allow_repeats boolean not null default false,
  version int not null default 1 check (version > 0),
  created_by uuid not null,
  created_at timestamptz not null default palabre_now(),
  -- null: a draft of the office
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (organisation_id, id),
  constraint fund_slug_once unique (organisation_id, slug),
  constraint fund_closed_once_opened check (closed_at is null or opened_at is not null),
  foreign key (organisation_id, created_by) references person (organisation_id, id)
);

-- Where the decision comes from: links and documents (R30).
create table fund_link (
  organisation_id uuid not null,
  fund_id uuid not null,
  position smallint not null,
  label text not null check (label <> ''),
  address text not null check (address ~ '^https?://'),
  primary key (organisation_id, fund_id, position),
  foreign key (organisation_id, fund_id) references fund (organisation_id, id)
);
create table fund_document (
  organisation_id uuid not null,
  fund_id uuid not null,
  file_id uuid not null,
  title text not null check (title <> ''),
  position smallint not null,
  primary key (organisation_id, file_id),
  foreign key (organisation_id, fund_id) references fund (organisation_id, id),
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);

-- Below such a share of what was given to the fund, such a threshold is suggested; nothing applies it (R18).
create table fund_threshold_step (
  organisation_id uuid not null,
  fund_id uuid not null,
  -- percent of the fund that remains: below it
  below int not null check (below between 1 and 100),
  threshold int not null check (threshold between 1 and 1000),
  primary key (organisation_id, fund_id, below),
  foreign key (organisation_id, fund_id) references fund (organisation_id, id)
);

-- Each change of a threshold, public (R18); never rewritten.
create table fund_threshold_change (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  fund_id uuid not null,
  sequence bigint generated always as identity,
  before int not null,
  after int not null,
  reason text not null check (reason <> ''),
  -- cents, at that moment
  remaining bigint not null,
  endowed bigint not null,
  changed_by uuid not null,
  changed_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint fund_threshold_really_changed check (before <> after),
  foreign key (organisation_id, fund_id) references fund (organisation_id, id),
  foreign key (organisation_id, changed_by) references person (organisation_id, id)
);
create index fund_threshold_change_in_order on fund_threshold_change (organisation_id, fund_id, sequence desc);
create trigger fund_threshold_change_is_append_only before update or delete or truncate on fund_threshold_change
  for each statement execute function refuse_rewriting();
revoke update, delete, truncate on fund_threshold_change from public;

-- The office was told that the fund is used to 80 or 100 percent (R26): once for each amount that it was given.
create table fund_alert (
  organisation_id uuid not null,
  fund_id uuid not null,
  level int not null check (level in (80, 100)),
  endowed bigint not null,
  told_at timestamptz not null default palabre_now(),
  constraint fund_alert_once primary key (organisation_id, fund_id, level, endowed),
  foreign key (organisation_id, fund_id) references fund (organisation_id, id)
);
