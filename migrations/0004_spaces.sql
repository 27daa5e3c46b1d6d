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
  icon text not null default 'lightbulb',
  position smallint not null,
  primary key (organisation_id, id),
  constraint category_slug_unique unique (organisation_id, edition_id, slug),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
