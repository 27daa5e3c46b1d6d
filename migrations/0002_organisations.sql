-- The tenant. Its id leads every key of every other table.
create table organisation (
  id uuid primary key default gen_random_uuid(),
  slug text not null,
  name text not null,
  host text not null,
  kind text not null default 'town' check (kind in ('town', 'movement', 'association')),
  default_locale text not null default 'fr' check (default_locale in ('fr', 'en')),
  colour text not null default '#1B6B3A' check (colour ~ '^#[0-9A-Fa-f]{6}$'),
  contact_email text not null,
  tagline text not null default '',
  founded_at timestamptz not null default palabre_now(),
  constraint organisation_slug_unique unique (slug),
  constraint organisation_host_unique unique (host)
);

create table charter_version (
  organisation_id uuid not null references organisation (id),
  version int not null check (version > 0),
  body text not null,
  published_at timestamptz not null default palabre_now(),
  primary key (organisation_id, version)
);

-- Published to other rooms: the version that members must have accepted (R96).
create view charter_in_force as
  select organisation_id, max(version) as version from charter_version group by organisation_id;

-- One-time link that makes the first organisation and its administrator on an empty install.
create table installation_link (
  token_hash text primary key,
  created_at timestamptz not null default palabre_now(),
  used_at timestamptz
);
