-- Outlines that officers upload: the commune, its districts, its priority neighbourhoods (QPV). Coordinates are
-- degrees of WGS 84, longitude first, as MultiPolygon coordinates of GeoJSON (RFC 7946).
create table outline (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  kind text not null,
  name text not null,
  -- whole: what tells inside from outside
  polygons jsonb not null,
  -- simplified: what pages draw
  drawn jsonb not null,
  points int not null,
  kept_at timestamptz not null default palabre_now(),
  kept_by uuid,
  primary key (organisation_id, id),
  constraint outline_kind_known check (kind in ('commune', 'district', 'priority')),
  constraint outline_has_a_name check (name <> '' and length(name) <= 120),
  foreign key (organisation_id, kept_by) references person (organisation_id, id)
);
-- one commune; two districts never have one name
create unique index outline_one_commune on outline (organisation_id) where kind = 'commune';
create unique index outline_named_once on outline (organisation_id, kind, lower(name));

-- A file that was read and waits for its officer to choose the names and keep it.
create table outline_upload (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  kind text not null,
  features jsonb not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint outline_upload_kind_known check (kind in ('commune', 'district', 'priority')),
  foreign key (organisation_id, uploaded_by) references person (organisation_id, id)
);

-- What stands behind the maps of an organisation, and who answers where an address lies. No row: nothing, nobody.
create table map_settings (
  organisation_id uuid primary key references organisation (id),
  version int not null default 1,
  background text not null default 'none',
  tile_template text not null default '',
  attribution text not null default '',
  -- the kept PMTiles file
  file_key text,
  file_name text,
  file_tiles text,
  file_bytes bigint,
  file_zooms int4range,
  address_provider text not null default '',
  constraint map_background_known check (background in ('none', 'server', 'file')),
  constraint map_file_is_whole check (num_nonnulls(file_key, file_name, file_tiles, file_bytes, file_zooms) in (0, 5)),
  constraint map_background_is_there check (
    (background <> 'server' or tile_template <> '') and (background <> 'file' or file_key is not null)),
  constraint map_file_tiles_known check (file_tiles in ('png', 'jpeg', 'webp'))
);

-- Where an idea is: in words, as a point, or both. `outside`: of the commune's outline, null where there is none.
alter table idea
  add column place text not null default '',
  add column longitude double precision,
  add column latitude double precision,
  add column outside boolean,
  add constraint idea_place_is_short check (length(place) <= 200),
  add constraint idea_point_is_whole check (num_nonnulls(longitude, latitude) in (0, 2)),
  add constraint idea_point_on_earth check (longitude between -180 and 180 and latitude between -85 and 85),
  add constraint idea_outside_needs_a_point check (outside is null or longitude is not null);
create index idea_placed on idea (organisation_id, edition_id, longitude, latitude) include (category_id, number)
  where longitude is not null;
alter table idea_draft
  add column place text not null default '',
  add column longitude double precision,
  add column latitude double precision,
  add constraint idea_draft_place_is_short check (length(place) <= 200),
  add constraint idea_draft_point_is_whole check (num_nonnulls(longitude, latitude) in (0, 2)),
  add constraint idea_draft_point_on_earth check (longitude between -180 and 180 and latitude between -85 and 85);

-- what a published idea said of its place before each edit
alter table idea_version
  add column place text not null default '',
  add column longitude double precision,
  add column latitude double precision;

alter table project
  add column longitude double precision,
  add column latitude double precision,
  add constraint project_point_is_whole check (num_nonnulls(longitude, latitude) in (0, 2)),
  add constraint project_point_on_earth check (longitude between -180 and 180 and latitude between -85 and 85);

-- Whether depositing an idea asks where it is.
alter table edition
  add column idea_place text not null default 'optional',
  add constraint edition_idea_place_known check (idea_place in ('not-asked', 'optional', 'required'));
