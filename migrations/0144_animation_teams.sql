-- Who keeps a network alive (R153): a pair of leads and a team are roles in its space. Here is what besides: whether everybody
-- reads their names, what a lead declares for the parity of the pair, and who asks to join.
create table space_team (
  organisation_id uuid not null,
  space_id uuid not null,
  -- since when its showcase names them
  public_at timestamptz,
  primary key (organisation_id, space_id),
  foreign key (organisation_id, space_id) references space (organisation_id, id)
);

create table space_team_parity (
  organisation_id uuid not null,
  space_id uuid not null,
  person_id uuid not null,
  gender text not null check (gender in ('woman', 'man', 'other')),
  primary key (organisation_id, space_id, person_id),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index space_team_parity_by_person on space_team_parity (organisation_id, person_id);
create trigger space_team_parity_of_kept_person before insert on space_team_parity
  for each row execute function refuse_erased_person('person_id');

create table team_request (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  space_id uuid not null,
  person_id uuid not null,
  words text not null check (words <> ''),
  asked_at timestamptz not null default palabre_now(),
  withdrawn_at timestamptz,
  answered_at timestamptz,
  is_accepted boolean,
  primary key (organisation_id, id),
  constraint team_request_answered_once check ((answered_at is null) = (is_accepted is null)
    and (answered_at is null or withdrawn_at is null)),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
-- one open request a person
create unique index team_request_open_once on team_request (organisation_id, space_id, person_id)
  where answered_at is null and withdrawn_at is null;
create index team_request_waiting on team_request (organisation_id, space_id, asked_at, id)
  where answered_at is null and withdrawn_at is null;
create index team_request_by_person on team_request (organisation_id, person_id);
create trigger team_request_of_kept_person before insert on team_request
  for each row execute function refuse_erased_person('person_id');
