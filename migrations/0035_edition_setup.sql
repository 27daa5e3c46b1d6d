-- What an organisation settles before an edition opens: envelopes, criteria of admissibility, the ballot it means
-- to use, the file of the council's decision; and how far a preparation has come (R35, R66, R67, R68).

alter table edition add column intended_ballot text not null default 'approval'
  check (intended_ballot in ('approval', 'knapsack', 'points', 'ranking', 'judgment'));
alter table edition add column council_decision_file uuid;
alter table edition add constraint edition_council_decision_file
  foreign key (organisation_id, council_decision_file) references file (organisation_id, id);

-- Shares of an edition's money. The only one of an undivided edition is a town's.
create table envelope (
  organisation_id uuid not null,
  edition_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- '' : the name of what it is for
  name text not null default '' check (length(name) <= 120),
  kind text not null check (kind in ('town', 'district', 'category', 'priority')),
  -- name of the district or category; '' for the whole town
  target text not null default '',
  -- cents
  amount bigint not null,
  project_cap bigint,
  project_floor bigint,
  position smallint not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  constraint envelope_amount_positive check (amount > 0),
  constraint envelope_cap_within check (project_cap is null or project_cap between 1 and amount),
  constraint envelope_floor_under_cap check (project_floor is null or project_floor between 1 and coalesce(project_cap, amount)),
  constraint envelope_has_a_target check ((kind = 'town') = (target = '')),
  constraint envelope_target_unique unique (organisation_id, edition_id, target) deferrable initially deferred
);
create index envelope_by_edition on envelope (organisation_id, edition_id, position);

-- The envelopes of an edition add up to its money, whoever wrote what meanwhile.
create function check_envelope_sum() returns trigger language plpgsql as $$
declare
  touched_edition uuid;
  whole bigint;
  parts bigint;
begin
  if tg_table_name = 'edition' then
    touched_edition := new.id;
  elsif tg_op = 'DELETE' then
    touched_edition := old.edition_id;
  else
    touched_edition := new.edition_id;
  end if;
  select envelope into whole from edition
    where organisation_id = coalesce(new.organisation_id, old.organisation_id) and id = touched_edition;
  select sum(amount) into parts from envelope
    where organisation_id = coalesce(new.organisation_id, old.organisation_id) and edition_id = touched_edition;
  if parts is not null and parts <> whole then
    raise exception 'envelopes make % of %', parts, whole
      using errcode = 'check_violation', constraint = 'envelopes_make_the_whole';
  end if;
  return null;
end $$;
create constraint trigger envelopes_make_the_whole after insert or update or delete on envelope
  deferrable initially deferred for each row execute function check_envelope_sum();
create constraint trigger envelopes_make_the_whole after update of envelope on edition
  deferrable initially deferred for each row execute function check_envelope_sum();

insert into envelope (organisation_id, edition_id, kind, amount, position)
  select organisation_id, id, 'town', envelope, 0 from edition where envelope > 0;

-- What an idea must be to be admissible (R68). A criterion keeps its id under every wording.
create table criterion (
  organisation_id uuid not null,
  edition_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> '' and length(name) <= 200),
  help text not null default '' check (length(help) <= 600),
  -- whether the holder of an idea ticks it too, before publishing
  asked_of_holder boolean not null default false,
  position smallint not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create index criterion_by_edition on criterion (organisation_id, edition_id, position);

-- Ids of the criteria that the holder ticked, as they stood then.
alter table idea_draft add column criteria_ticked uuid[] not null default '{}';
alter table idea add column criteria_ticked uuid[] not null default '{}';

-- Which parts of an edition being prepared somebody has looked at and kept, so that the work is taken up where it was left.
create table edition_part_kept (
  organisation_id uuid not null,
  edition_id uuid not null,
  part text not null,
  kept_by uuid,
  kept_at timestamptz not null default palabre_now(),
  primary key (organisation_id, edition_id, part),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
