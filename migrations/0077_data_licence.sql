-- Under which licence an organisation publishes its data, by its SPDX identifier: Licence Ouverte 2.0 unless it chose.
alter table organisation add column data_licence text not null default 'etalab-2.0'
  constraint organisation_data_licence check (data_licence in ('etalab-2.0', 'ODbL-1.0', 'CC0-1.0'));
