-- Pages of a component of a space (R98), and pictures in pages. A page without a component is the organisation's own.
alter table editorial_page
  add column component_id uuid,
  -- of the pictures it was given: a number in its text never comes to mean another one
  add column last_picture int not null default 0,
  drop constraint editorial_page_slug,
  add constraint editorial_page_slug unique nulls not distinct (organisation_id, component_id, slug),
  add constraint editorial_page_of_component foreign key (organisation_id, component_id) references component (organisation_id, id),
  -- menu and footer lead to the organisation's pages only
  add constraint editorial_page_apart check (component_id is null or shown_in = 'nowhere');
create index editorial_page_of_component_in_order on editorial_page (organisation_id, component_id, position, id)
  where component_id is not null;

-- A draft of a page that is not there yet says where it will stand; that of a page needs not.
alter table editorial_draft
  add column component_id uuid,
  drop constraint editorial_draft_once,
  add constraint editorial_draft_once unique nulls not distinct (organisation_id, person_id, component_id, page_id),
  add constraint editorial_draft_of_component foreign key (organisation_id, component_id) references component (organisation_id, id),
  add constraint editorial_draft_of_one check (num_nonnulls(page_id, component_id) <= 1);

-- What a text places by its number: [image 3].
create table editorial_picture (
  organisation_id uuid not null,
  page_id uuid not null,
  number int not null check (number > 0),
  -- with its words for those who do not see it
  file_id uuid not null,
  alt_en text not null default '',
  added_at timestamptz not null default palabre_now(),
  primary key (organisation_id, page_id, number),
  constraint editorial_picture_once unique (organisation_id, file_id),
  foreign key (organisation_id, page_id) references editorial_page (organisation_id, id),
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);
