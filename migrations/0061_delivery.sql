-- Realisations as their departments tell them (R60–R62, R81, R82): who follows those of an edition unless one says
-- otherwise, what is told of them as they advance, and who wants to be told.
create table edition_delivery (
  organisation_id uuid not null,
  edition_id uuid not null,
  mode text not null check (mode in ('team', 'services')),
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id)
);

create table realisation_post (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  realisation_id uuid not null,
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  written_by uuid,
  written_at timestamptz not null default palabre_now(),
  version int not null default 1 check (version > 0),
  -- null: a draft that its writers alone see
  published_at timestamptz,
  published_by uuid,
  -- taken back: it stays for the office, nobody else sees it any more
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (organisation_id, id),
  constraint realisation_post_withdrawn_once_published check (withdrawn_at is null or published_at is not null),
  foreign key (organisation_id, realisation_id) references realisation (organisation_id, id) on delete cascade,
  foreign key (organisation_id, written_by) references person (organisation_id, id),
  foreign key (organisation_id, published_by) references person (organisation_id, id),
  foreign key (organisation_id, withdrawn_by) references person (organisation_id, id)
);
create index realisation_post_in_order on realisation_post (organisation_id, realisation_id, published_at, id);

create table realisation_picture (
  organisation_id uuid not null,
  post_id uuid not null,
  file_id uuid not null,
  position smallint not null,
  primary key (organisation_id, file_id),
  constraint realisation_picture_in_order unique (organisation_id, post_id, position),
  foreign key (organisation_id, post_id) references realisation_post (organisation_id, id) on delete cascade,
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);

-- Who wants to hear of a thing of any room, as { kind, id }: the room of the thing writes the letters.
create table follow (
  organisation_id uuid not null,
  target_kind text not null check (target_kind <> ''),
  target_id uuid not null,
  person_id uuid not null,
  followed_at timestamptz not null default palabre_now(),
  constraint follow_once primary key (organisation_id, target_kind, target_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index follow_by_person on follow (organisation_id, person_id, followed_at desc);
