-- Up to twenty thousand donations come in a file (R25): longer than somebody waits for a page. A job imports it, whole or
-- not at all, and this row says how it ended.
create table donation_run (
  organisation_id uuid not null,
  -- of the file that was looked at: asked for twice, it is imported once
  id uuid not null,
  file_name text not null,
  lines int not null check (lines > 0),
  asked_by uuid not null,
  asked_at timestamptz not null default palabre_now(),
  ended_at timestamptz,
  -- what it brought in; null: it goes on, or nothing of it is in
  import_id uuid,
  -- why nothing of it is in
  refusal text check (refusal ~ '^[a-z]+(-[a-z]+)*$'),
  primary key (organisation_id, id),
  constraint donation_run_ended_one_way check ((ended_at is not null) = (num_nonnulls(import_id, refusal) = 1)
    and num_nonnulls(import_id, refusal) <= 1),
  foreign key (organisation_id, asked_by) references person (organisation_id, id),
  foreign key (organisation_id, import_id) references donation_import (organisation_id, id)
);
create index donation_run_latest on donation_run (organisation_id, asked_at desc);
create index donation_run_under_way on donation_run (asked_at) where ended_at is null;
