-- The day and hour at which a newsletter is to leave by itself. Gone once it has begun or was given up: the journal keeps both.
create table newsletter_plan (
  organisation_id uuid not null,
  newsletter_id uuid not null,
  sends_at timestamptz not null,
  -- what its writer said where a pre-electoral period covers that day: why it informs and does not promote
  pause_reason text not null default '',
  planned_by uuid not null,
  planned_at timestamptz not null default palabre_now(),
  -- why it did not leave on its day: it waits for somebody since
  held_for text check (held_for in ('pause', 'nobody', 'items-gone')),
  held_at timestamptz,
  constraint newsletter_planned_once primary key (organisation_id, newsletter_id),
  constraint newsletter_held_with_why check ((held_for is null) = (held_at is null)),
  foreign key (organisation_id, newsletter_id) references newsletter (organisation_id, id),
  foreign key (organisation_id, planned_by) references person (organisation_id, id)
);
create index newsletter_plan_due on newsletter_plan (sends_at) where held_for is null;
