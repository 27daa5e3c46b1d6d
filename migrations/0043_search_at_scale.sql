-- Ideas of an edition that resemble each other, found by a job and looked through by officers (R47).

-- How far the search of an edition has come: ideas up to `after_number` are compared. Its row is the lock.
create table similar_search (
  organisation_id uuid not null,
  edition_id uuid not null,
  requested_at timestamptz not null default palabre_now(),
  requested_by uuid,
  -- ideas that waited to be compared when it was asked for, and those compared since
  ideas int not null default 0,
  compared int not null default 0,
  after_number int not null default 0,
  finished_at timestamptz,
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, requested_by) references person (organisation_id, id)
);

-- Which text of an idea was compared: that of this edit, or the first one (null).
create table idea_comparison (
  organisation_id uuid not null,
  idea_id uuid not null,
  text_edited_at timestamptz,
  compared_at timestamptz not null default palabre_now(),
  primary key (organisation_id, idea_id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id)
);

create table similar_pair (
  organisation_id uuid not null,
  edition_id uuid not null,
  idea_low uuid not null,
  idea_high uuid not null,
  score float8 not null check (score >= 0 and score <= 1),
  found_at timestamptz not null default palabre_now(),
  primary key (organisation_id, idea_low, idea_high),
  constraint similar_pair_in_order check (idea_low < idea_high),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, idea_low) references idea (organisation_id, id),
  foreign key (organisation_id, idea_high) references idea (organisation_id, id)
);
create index similar_pair_by_score on similar_pair (organisation_id, edition_id, score desc, idea_low, idea_high);
create index similar_pair_by_high on similar_pair (organisation_id, idea_high);

-- « Pas la même idée »: outlives the pair, which may be found again after an edit.
create table similar_dismissal (
  organisation_id uuid not null,
  idea_low uuid not null,
  idea_high uuid not null,
  dismissed_by uuid not null,
  dismissed_at timestamptz not null default palabre_now(),
  primary key (organisation_id, idea_low, idea_high),
  constraint similar_dismissal_in_order check (idea_low < idea_high),
  foreign key (organisation_id, idea_low) references idea (organisation_id, id),
  foreign key (organisation_id, idea_high) references idea (organisation_id, id),
  foreign key (organisation_id, dismissed_by) references person (organisation_id, id)
);
