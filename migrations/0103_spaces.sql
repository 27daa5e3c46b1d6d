-- Spaces of participation beside budgets: a consultation, a forum, a congress (R93, R94, R97, R98, R108). A space is cut into
-- themes, a theme into categories; what people do stands in components: several of one kind, each with its own settings.
create table space (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  slug text not null,
  kind text not null check (kind in ('consultation', 'forum', 'congress')),
  title text not null check (title <> ''),
  -- one sentence, beside its name in lists
  summary text not null default '',
  -- marked text
  introduction text not null default '',
  -- seen by its members and its team only
  is_private boolean not null default false,
  -- the form that made it: sent twice, it makes one
  made_from uuid not null,
  version int not null default 1 check (version > 0),
  created_at timestamptz not null default palabre_now(),
  created_by uuid,
  -- from then on it is seen; before, its team prepares it
  opened_at timestamptz,
  opened_by uuid,
  -- nothing new comes in; all of it stays readable
  closed_at timestamptz,
  closed_by uuid,
  abandoned_at timestamptz,
  abandoned_by uuid,
  primary key (organisation_id, id),
  constraint space_made_once unique (organisation_id, made_from),
  constraint space_closed_after_opening check (closed_at is null or opened_at is not null),
  -- what was opened is closed, never abandoned
  constraint space_abandoned_before_opening check (abandoned_at is null or opened_at is null),
  foreign key (organisation_id, created_by) references person (organisation_id, id),
  foreign key (organisation_id, opened_by) references person (organisation_id, id),
  foreign key (organisation_id, closed_by) references person (organisation_id, id),
  foreign key (organisation_id, abandoned_by) references person (organisation_id, id)
);
create unique index space_slug_unique on space (organisation_id, slug) where abandoned_at is null;

create table theme (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  space_id uuid not null,
  slug text not null,
  title text not null check (title <> ''),
  summary text not null default '',
  -- marked text
  introduction text not null default '',
  -- [{"title", "address"}], in order (R109)
  resources jsonb not null default '[]',
  icon text not null default 'idea',
  position smallint not null,
  version int not null default 1 check (version > 0),
  primary key (organisation_id, id),
  constraint theme_slug_unique unique (organisation_id, space_id, slug),
  constraint theme_of_its_space unique (organisation_id, space_id, id),
  foreign key (organisation_id, space_id) references space (organisation_id, id)
);

-- A category is of an edition, or of a theme. `is_whole`: the only one of a theme that is not cut; it is never shown.
alter table category
  alter column edition_id drop not null,
  add column theme_id uuid,
  add column is_whole boolean not null default false,
  add constraint category_of_one check (num_nonnulls(edition_id, theme_id) = 1),
  add constraint category_whole_of_theme check (not is_whole or theme_id is not null),
  add constraint category_slug_of_theme unique (organisation_id, theme_id, slug),
  add constraint category_of_theme foreign key (organisation_id, theme_id) references theme (organisation_id, id) on delete cascade;

-- A part of a space where something is done: ideas, events, pages… `theme_id` null: of the whole space.
create table component (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  space_id uuid not null,
  theme_id uuid,
  kind text not null check (kind in ('ideas', 'official-proposals', 'contributions', 'needs', 'events', 'pages', 'survey', 'vote')),
  slug text not null,
  title text not null check (title <> ''),
  introduction text not null default '',
  position smallint not null,
  -- as the rules of its kind read them; what is left out is as usual
  settings jsonb not null default '{}',
  -- when people may act in it; null: as long as the space is open
  opens_at timestamptz,
  closes_at timestamptz,
  -- out of sight, its team apart
  hidden_at timestamptz,
  hidden_by uuid,
  made_from uuid not null,
  version int not null default 1 check (version > 0),
  created_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint component_slug_unique unique (organisation_id, space_id, slug),
  constraint component_made_once unique (organisation_id, made_from),
  constraint component_dates_in_order check (closes_at > opens_at),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  constraint component_theme_of_its_space foreign key (organisation_id, space_id, theme_id)
    references theme (organisation_id, space_id, id),
  foreign key (organisation_id, hidden_by) references person (organisation_id, id)
);
create index component_of_theme on component (organisation_id, theme_id) where theme_id is not null;

-- Who runs a space together (R93).
create table co_organiser (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  space_id uuid not null,
  name text not null check (name <> ''),
  -- of its own site
  address text not null default '',
  -- what it does here, in a sentence
  role_words text not null default '',
  logo_file_id uuid,
  position smallint not null,
  primary key (organisation_id, id),
  constraint co_organiser_name_unique unique (organisation_id, space_id, name),
  constraint co_organiser_of_its_space unique (organisation_id, space_id, id),
  foreign key (organisation_id, space_id) references space (organisation_id, id)
);

-- Who may see and take part in a private space.
create table space_member (
  organisation_id uuid not null,
  space_id uuid not null,
  person_id uuid not null,
  added_by uuid,
  added_at timestamptz not null default palabre_now(),
  primary key (organisation_id, space_id, person_id),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, added_by) references person (organisation_id, id)
);
create index space_member_by_person on space_member (organisation_id, person_id);

-- Who took part in a space, once each (R102): that they did, never in what nor when.
create table space_participant (
  organisation_id uuid not null,
  space_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, space_id, person_id),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index space_participant_by_person on space_participant (organisation_id, person_id);

-- The teams of spaces: a co-organiser's people act in its space, and nowhere else.
alter table role_grant
  add column space_id uuid,
  add column co_organiser_id uuid,
  drop constraint role_grant_role_check,
  add constraint role_grant_role_check check (role in ('administrator', 'officer', 'mayor', 'decider', 'elected-official',
    'management', 'cabinet', 'communication', 'events', 'it', 'agent', 'ambassador', 'district-body', 'relay',
    'action-reviewer', 'finance', 'moderator', 'space-organiser', 'space-author')),
  add constraint role_grant_for_one_place check (edition_id is null or space_id is null),
  -- the roles of a space are held in one; a moderator's in one, or everywhere; no other role is
  add constraint role_grant_of_space check (case
    when role in ('space-organiser', 'space-author') then space_id is not null
    when role = 'moderator' then edition_id is null
    else space_id is null end),
  add constraint role_grant_in_space foreign key (organisation_id, space_id) references space (organisation_id, id),
  add constraint role_grant_of_co_organiser foreign key (organisation_id, space_id, co_organiser_id)
    references co_organiser (organisation_id, space_id, id);
create index role_grant_by_space on role_grant (organisation_id, space_id) where space_id is not null;
