-- The team of a space takes a message out of sight; its thread keeps the place, and those who answered it.
alter table list_message
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  -- told to whoever wrote it
  add column withdrawal text not null default '',
  add constraint list_message_withdrawn_once_published check (withdrawn_at is null or published_at is not null),
  add constraint list_message_withdrawn_by foreign key (organisation_id, withdrawn_by) references person (organisation_id, id);
