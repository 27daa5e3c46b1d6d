-- A realisation has a service that leads it, amounts, what stops it, and where it stands kept beside it, so that the
-- lists of a whole programme read one row each (R59–R61, R81).
alter table realisation
  add column department_id uuid,
  -- a team of holder, officer and technician follows it, or the services alone
  add column mode text not null default 'services' check (mode in ('team', 'services')),
  -- cents, VAT included; null: not known yet
  add column committed_cost bigint check (committed_cost >= 0),
  add column spent_cost bigint check (spent_cost >= 0),
  add column in_priority_area boolean not null default false,
  -- what the file it came from calls it; null: it was voted here
  add column source_id text check (source_id <> ''),
  add column version int not null default 1 check (version > 0),
  -- kept by keep_realisation_standing
  add column stage text not null default 'to-launch'
    check (stage in ('to-launch', 'study', 'procurement', 'works', 'delivered', 'inaugurated')),
  add column next_stage text
    check (next_stage in ('to-launch', 'study', 'procurement', 'works', 'delivered', 'inaugurated')),
  -- the planned day of the next step; late when it is past and nothing halts the realisation
  add column next_on date,
  -- kept by keep_realisation_halt
  add column halted text check (halted in ('suspended', 'abandoned')),
  add constraint realisation_department_fkey
    foreign key (organisation_id, department_id) references department (organisation_id, id),
  add constraint realisation_source_once unique (organisation_id, edition_id, source_id);
create index realisation_by_stage on realisation (organisation_id, stage, id);
create index realisation_by_next on realisation (organisation_id, next_on) where next_on is not null;

-- Dates that are known by their month only are those of its first day.
alter table realisation_step
  add column planned_is_month boolean not null default false,
  add column done_is_month boolean not null default false,
  add constraint realisation_step_once unique (organisation_id, realisation_id, stage);

-- Suspended or abandoned, with the reason that everybody reads; what is abandoned may be taken up again.
create table realisation_halt (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  realisation_id uuid not null,
  kind text not null check (kind in ('suspended', 'abandoned')),
  reason text not null check (reason <> ''),
  halted_by uuid,
  halted_at timestamptz not null default palabre_now(),
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id) on delete cascade
);
create unique index realisation_halt_once on realisation_halt (organisation_id, realisation_id) where lifted_at is null;

create function keep_realisation_standing() returns trigger language plpgsql as $$
declare
  row record;
begin
  row := coalesce(new, old);
  update realisation r
  set stage = coalesce((select s.stage from realisation_step s
        where s.organisation_id = r.organisation_id and s.realisation_id = r.id and s.done_on is not null
        order by s.position desc limit 1), 'to-launch'),
    (next_stage, next_on) = (select s.stage, s.planned_on from realisation_step s
        where s.organisation_id = r.organisation_id and s.realisation_id = r.id and s.done_on is null
        order by s.position limit 1)
  where r.organisation_id = row.organisation_id and r.id = row.realisation_id;
  return null;
end $$;
create trigger keep_realisation_standing after insert or update or delete on realisation_step
  for each row execute function keep_realisation_standing();

create function keep_realisation_halt() returns trigger language plpgsql as $$
begin
  update realisation r
  set halted = (select h.kind from realisation_halt h
    where h.organisation_id = r.organisation_id and h.realisation_id = r.id and h.lifted_at is null)
  where r.organisation_id = new.organisation_id and r.id = new.realisation_id;
  return null;
end $$;
create trigger keep_realisation_halt after insert or update on realisation_halt
  for each row execute function keep_realisation_halt();

-- Those that were begun before are kept as if their steps were written now.
update realisation_step set position = position;
