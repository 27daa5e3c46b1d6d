-- The picture of a mobilisation (R156), with its words for those who do not see it.
alter table petition
  add column picture_id uuid,
  add foreign key (organisation_id, picture_id) references file (organisation_id, id);
create index petition_by_picture on petition (organisation_id, picture_id) where picture_id is not null;
