-- Local authorities that are members of a network (R89), whether they run a participatory budget or not. Who represents one holds
-- a verified mandate of its code in the same network.
create table member_body (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  space_id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('commune', 'intercommunality', 'department', 'region')),
  -- INSEE or SIREN, or ''
  code text not null default '',
  population int check (population > 0),
  budget text not null check (budget in ('yes', 'no', 'unknown')),
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  joined_on date not null,
  -- the last day that it is a member
  left_on date,
  name_key text generated always as (palabre_fold(name)) stored,
  primary key (organisation_id, id),
  constraint member_body_placed check ((longitude is null) = (latitude is null)),
  constraint member_body_leaves_after_it_joined check (left_on >= joined_on),
  foreign key (organisation_id, space_id) references space (organisation_id, id)
);
-- one is a member once at a time
create unique index member_body_once on member_body (organisation_id, space_id, kind, name_key, code) where left_on is null;
create index member_body_in_network on member_body (organisation_id, space_id, name_key, id);
create index mandate_by_code on mandate (organisation_id, space_id, code)
  where code <> '' and verified_at is not null and refused_at is null and withdrawn_at is null;
