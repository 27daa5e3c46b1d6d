-- Every kind of ballot and what a règlement adds around a rule: settings of a poll, frozen with it.
alter table poll drop constraint poll_ballot_kind_check;
alter table poll add constraint poll_ballot_kind_check check (ballot_kind in
  ('approval', 'choose-one', 'ordinal', 'cumulative', 'scoring', 'judgment', 'yes-no'));
alter table poll add column settings jsonb not null default '{}';

alter table poll_option
  -- which envelope of the ballot pays for it
  add column envelope text not null default 'A',
  add column category text,
  add column holder text;

-- Districts of an edition (quartiers, arrondissements), in the order of the règlement.
create table district (
  organisation_id uuid not null,
  edition_id uuid not null,
  id uuid not null default gen_random_uuid(),
  position int not null,
  name text not null check (name <> ''),
  primary key (organisation_id, id),
  constraint district_name_once unique (organisation_id, edition_id, name),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
alter table project add column district_id uuid,
  add foreign key (organisation_id, district_id) references district (organisation_id, id);
