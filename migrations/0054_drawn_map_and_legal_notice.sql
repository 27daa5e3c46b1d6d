-- Files of vector tiles, which browsers draw; and who publishes and hosts a site, as its legal notice says it.
alter table map_settings
  drop constraint map_file_tiles_known,
  add constraint map_file_tiles_known check (file_tiles in ('png', 'jpeg', 'webp', 'mvt'));

create table legal_notice (
  organisation_id uuid primary key references organisation (id),
  -- the legal person: name, seat, telephone
  publisher text not null default '',
  publisher_address text not null default '',
  publisher_phone text not null default '',
  -- director of publication
  director text not null default '',
  host_name text not null default '',
  host_address text not null default '',
  host_phone text not null default '',
  -- data protection officer, and where to write to them
  dpo text not null default '',
  dpo_contact text not null default ''
);
