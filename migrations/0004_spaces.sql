-- An edition of a participatory budget: five dated phases, one envelope, categories (R31, R67, R72).
create table edition (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  title text not null,
  summary text not null default '',
  -- cents
  envelope bigint not null check (envelope >= 0),
  currency text not null default 'EUR',
  rules_text text not null default '',
  minimum_age_propose smallint not null default 16 check (minimum_age_propose between 0 and 120),
  minimum_age_vote smallint not null default 16 check (minimum_age_vote between 0 and 120),
  residence_required boolean not null default true,
  maximum_ideas smallint not null default 5 check (maximum_ideas > 0),
  idea_length int not null default 1500 check (idea_length > 0),
  edit_minutes int not null default 15 check (edit_minutes >= 0),
  maximum_choices smallint not null default 3 check (maximum_choices > 0),
  minimum_choices smallint not null default 1 check (minimum_choices > 0),
  -- the council's decision that founds the edition, and the elected official who answers for it (R35)
  council_decision text not null default '',
  council_decision_on date,
  responsible_official text not null default '',
  -- the organisation's own help beside the fields of the deposit form (R71): {title, body, category, files}
  idea_help jsonb not null default '{}',
  -- an archived edition came in whole (import): nobody deposits in it
  archived_at timestamptz,
  created_at timestamptz not null default palabre_now(),
  opened_at timestamptz,
  primary key (organisation_id, id),
  constraint edition_slug_unique unique (organisation_id, slug),
  constraint edition_choices_ordered check (minimum_choices <= maximum_choices)
);

create table phase (
  organisation_id uuid not null,
  edition_id uuid not null,
  step text not null check (step in ('collection', 'study', 'campaign', 'vote', 'delivery')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  primary key (organisation_id, edition_id, step),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  constraint phase_ends_after_start check (ends_at is null or ends_at > starts_at)
);

create table category (
  organisation_id uuid not null,
  edition_id uuid not null,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null,
  icon text not null default 'idea',
  position smallint not null,
  primary key (organisation_id, id),
  constraint category_slug_unique unique (organisation_id, edition_id, slug),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

-- The règlement as it was published: the settings it is written from, one version per change once open (R35).
create table rules_version (
  organisation_id uuid not null,
  edition_id uuid not null,
  version int not null check (version > 0),
  settings jsonb not null,
  published_at timestamptz not null default palabre_now(),
  published_by uuid,
  primary key (organisation_id, edition_id, version),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create trigger rules_version_is_append_only before update or delete or truncate on rules_version
  for each statement execute function refuse_rewriting();
