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

-- A count under way: asked for, followed, ended. One at a time for a poll; the result itself is poll_result.
create table poll_count (
  organisation_id uuid not null,
  poll_id uuid not null,
  id uuid not null default gen_random_uuid(),
  asked_by uuid,
  asked_at timestamptz not null default palabre_now(),
  stage text not null default 'waiting'
    check (stage in ('waiting', 'gathering', 'counting', 'done', 'cancelled', 'failed')),
  -- of the stage: ballots gathered, or runs counted
  steps int not null default 0,
  ended_at timestamptz,
  primary key (organisation_id, poll_id, id),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id),
  constraint poll_count_ended check ((ended_at is null) = (stage in ('waiting', 'gathering', 'counting')))
);
create unique index poll_count_one_at_a_time on poll_count (organisation_id, poll_id) where ended_at is null;
