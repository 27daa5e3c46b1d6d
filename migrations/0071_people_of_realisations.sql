-- The people of a realisation (R48, R60, R63, R85): its team, what holders say of it, who offers help, who watches over
-- it, and its inauguration. What a resident takes back is deleted: nothing of it is kept.
create table realisation_member (
  organisation_id uuid not null,
  realisation_id uuid not null,
  part text not null check (part in ('holder', 'officer', 'technician')),
  person_id uuid not null,
  added_by uuid,
  added_at timestamptz not null default palabre_now(),
  constraint realisation_member_once primary key (organisation_id, realisation_id, part, person_id),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, added_by) references person (organisation_id, id)
);
-- as many holders as there are ideas; one officer, one technician
create unique index realisation_member_one_of_each on realisation_member (organisation_id, realisation_id, part)
  where part <> 'holder';

create table realisation_testimony (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  realisation_id uuid not null,
  person_id uuid not null,
  body text not null check (body <> ''),
  file_id uuid,
  written_at timestamptz not null default palabre_now(),
  version int not null default 1 check (version > 0),
  -- neither: it waits for the office
  accepted_at timestamptz,
  accepted_by uuid,
  returned_at timestamptz,
  returned_by uuid,
  return_reason text not null default '',
  primary key (organisation_id, id),
  constraint realisation_testimony_once unique (organisation_id, realisation_id, person_id),
  constraint realisation_testimony_one_answer check (accepted_at is null or returned_at is null),
  constraint realisation_testimony_returned_with_reason check ((returned_at is null) = (return_reason = '')),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, file_id) references file (organisation_id, id),
  foreign key (organisation_id, accepted_by) references person (organisation_id, id),
  foreign key (organisation_id, returned_by) references person (organisation_id, id)
);
create index realisation_testimony_public on realisation_testimony (organisation_id, accepted_at desc)
  where accepted_at is not null;

create table realisation_offer (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  realisation_id uuid not null,
  person_id uuid not null,
  helps text[] not null check (cardinality(helps) > 0 and helps <@ array['time', 'tools', 'knowledge', 'other']),
  body text not null check (body <> ''),
  offered_at timestamptz not null default palabre_now(),
  answer text not null default '',
  answered_at timestamptz,
  answered_by uuid,
  primary key (organisation_id, id),
  constraint realisation_offer_once unique (organisation_id, realisation_id, person_id),
  constraint realisation_offer_answered_in_words check ((answered_at is null) = (answer = '')),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, answered_by) references person (organisation_id, id)
);

-- the monitoring committee: residents who ask to be of it, then are
create table realisation_volunteer (
  organisation_id uuid not null,
  realisation_id uuid not null,
  person_id uuid not null,
  volunteered_at timestamptz not null default palabre_now(),
  accepted_at timestamptz,
  accepted_by uuid,
  constraint realisation_volunteer_once primary key (organisation_id, realisation_id, person_id),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, accepted_by) references person (organisation_id, id)
);

create table realisation_invitation (
  organisation_id uuid not null,
  realisation_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  invited_at timestamptz not null default palabre_now(),
  constraint realisation_invitation_once primary key (organisation_id, realisation_id, meeting_id, person_id),
  -- who leaves the committee leaves nothing of it
  foreign key (organisation_id, realisation_id, person_id)
    references realisation_volunteer (organisation_id, realisation_id, person_id) on delete cascade,
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id) on delete cascade
);

create table realisation_inauguration (
  organisation_id uuid not null,
  realisation_id uuid not null,
  meeting_id uuid not null,
  primary key (organisation_id, realisation_id),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id) on delete cascade,
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id) on delete cascade
);

create table realisation_inauguration_photo (
  organisation_id uuid not null,
  realisation_id uuid not null,
  file_id uuid not null,
  position smallint not null,
  primary key (organisation_id, file_id),
  constraint realisation_inauguration_photo_in_order unique (organisation_id, realisation_id, position),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id) on delete cascade,
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);
