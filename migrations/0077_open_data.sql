-- Under which licence an organisation publishes its data, by its SPDX identifier: Licence Ouverte 2.0 unless it chose.
alter table organisation add column data_licence text not null default 'etalab-2.0'
  constraint organisation_data_licence check (data_licence in ('etalab-2.0', 'ODbL-1.0', 'CC0-1.0'));

-- When an idea of an edition was last edited, without reading them all.
create index idea_edited on idea (organisation_id, edition_id, edited_at desc) where edited_at is not null;
