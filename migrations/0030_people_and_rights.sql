-- The services of a town that study ideas (R32), and the roles of R33, each held until a day, for one edition where
-- that is said.
create table department (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  name text not null,
  -- where the service is written to when it has no referent
  email text not null default '',
  created_at timestamptz not null default palabre_now(),
  -- takes no new work; what it said stays
  closed_at timestamptz,
  primary key (organisation_id, id),
  constraint department_not_empty check (name <> '')
);
create unique index department_name_unique on department (organisation_id, lower(name)) where closed_at is null;

alter table role_grant
  add column edition_id uuid,
  add column department_id uuid,
  -- whom the service's work is sent to first (R36)
  add column is_referent boolean not null default false,
  drop constraint role_grant_role_check,
  add constraint role_grant_role_check check (role in ('administrator', 'officer', 'mayor', 'decider', 'elected-official',
    'management', 'cabinet', 'communication', 'events', 'it', 'agent', 'ambassador', 'district-body', 'relay')),
  add constraint role_grant_of_edition foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  add constraint role_grant_of_department foreign key (organisation_id, department_id)
    references department (organisation_id, id),
  -- an agent is one of a department, and nobody else is
  add constraint role_grant_agents_have_departments check ((role = 'agent') = (department_id is not null)),
  -- these act on the whole organisation: they cannot be held for one edition
  add constraint role_grant_for_whole_organisation
    check (edition_id is null or role not in ('administrator', 'officer', 'mayor', 'it')),
  add constraint role_grant_referents_are_agents check (not is_referent or role = 'agent');
create index role_grant_by_department on role_grant (organisation_id, department_id) where department_id is not null;
