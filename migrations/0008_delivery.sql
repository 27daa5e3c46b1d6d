-- « Vous décidez, nous réalisons » (R59, R81): each winner becomes a realisation with dated steps.
create table realisation (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  project_id uuid not null,
  -- cents, as voted
  voted_cost bigint not null check (voted_cost >= 0),
  begun_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint realisation_once unique (organisation_id, project_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, project_id) references project (organisation_id, id)
);

create table realisation_step (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  realisation_id uuid not null,
  position smallint not null,
  stage text not null check (stage in ('to-launch', 'study', 'procurement', 'works', 'delivered', 'inaugurated')),
  title text not null default '',
  description text not null default '',
  planned_on date,
  done_on date,
  picture_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id),
  foreign key (organisation_id, picture_id) references file (organisation_id, id)
);
create index realisation_step_in_order on realisation_step (organisation_id, realisation_id, position);
