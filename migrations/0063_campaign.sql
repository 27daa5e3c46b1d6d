-- Readings of a project's page and downloads of its kit (R49, R51), summed by day: nothing about who, and no vote.

create table project_reading (
  organisation_id uuid not null,
  project_id uuid not null,
  -- in Paris
  day date not null default (palabre_now() at time zone 'Europe/Paris')::date,
  readings int not null check (readings > 0),
  constraint project_reading_once primary key (organisation_id, project_id, day),
  foreign key (organisation_id, project_id) references project (organisation_id, id) on delete cascade
);

create table project_kit_download (
  organisation_id uuid not null,
  project_id uuid not null,
  -- what was taken: a poster, a flyer, a picture
  piece text not null
    check (piece in ('poster-a3', 'poster-a4', 'flyer-a5', 'picture-wide', 'picture-square')),
  day date not null default (palabre_now() at time zone 'Europe/Paris')::date,
  downloads int not null default 1 check (downloads > 0),
  constraint project_kit_download_once primary key (organisation_id, project_id, piece, day),
  foreign key (organisation_id, project_id) references project (organisation_id, id) on delete cascade
);

-- A sheet for those who go and meet residents while projects are made known and voted on (R39).
alter table kit_item
  drop constraint kit_item_sheet,
  add constraint kit_item_sheet check (sheet in ('idea-form', 'workshop', 'reception', 'campaign'));
