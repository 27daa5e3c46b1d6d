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

-- Districts of an edition (quartiers, arrondissements) by name, in the order of the règlement; none: the whole town.
alter table edition add column districts text[] not null default '{}';
-- '' : of the whole town
alter table project add column district text not null default '';
