-- Where one votes in person, when, and who is there (R53, R55).
create extension if not exists btree_gist;

create table vote_point (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  name text not null,
  address text not null,
  -- step-free access, parking, languages spoken
  access text not null default '',
  -- decimal degrees (WGS 84); both or none
  latitude double precision,
  longitude double precision,
  created_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint vote_point_not_empty check (name <> '' and address <> ''),
  constraint vote_point_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint vote_point_both_degrees check ((latitude is null) = (longitude is null)),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);
create index vote_point_by_edition on vote_point (organisation_id, edition_id);

create table vote_point_slot (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  point_id uuid not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (organisation_id, id),
  -- what a shift refers to: its hours are those of its slot, and follow them
  constraint vote_point_slot_hours unique (organisation_id, id, opens_at, closes_at),
  constraint vote_point_slot_in_order check (opens_at < closes_at),
  -- looked at when all slots of a point are written: two may change places
  constraint vote_point_slot_no_overlap exclude using gist
    (organisation_id with =, point_id with =, tstzrange(opens_at, closes_at) with &&) deferrable initially deferred,
  foreign key (organisation_id, point_id) references vote_point (organisation_id, id) on delete cascade
);

create table vote_shift (
  organisation_id uuid not null,
  slot_id uuid not null,
  person_id uuid not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  assigned_by uuid,
  assigned_at timestamptz not null default palabre_now(),
  constraint vote_shift_once primary key (organisation_id, slot_id, person_id),
  -- nobody is at two points at once, whatever their editions
  constraint vote_shift_one_place_at_a_time exclude using gist
    (organisation_id with =, person_id with =, tstzrange(opens_at, closes_at) with &&) deferrable initially deferred,
  foreign key (organisation_id, slot_id, opens_at, closes_at)
    references vote_point_slot (organisation_id, id, opens_at, closes_at) on update cascade on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, assigned_by) references person (organisation_id, id) on delete set null (assigned_by)
);
create index vote_shift_by_person on vote_shift (organisation_id, person_id, opens_at);
