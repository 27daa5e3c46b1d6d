-- What became of an event of a space, told by its host once it is over (R124, R125).
create table meeting_closing (
  organisation_id uuid not null,
  meeting_id uuid not null,
  -- marked text
  report text not null check (report <> ''),
  -- one a line, in the order in which they were typed
  organisations text[] not null,
  speakers text[] not null,
  attendance int not null,
  closed_by uuid not null,
  closed_at timestamptz not null default palabre_now(),
  version int not null default 1 check (version > 0),
  primary key (organisation_id, meeting_id),
  constraint meeting_attendance_counted check (attendance between 0 and 1000000),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id),
  foreign key (organisation_id, closed_by) references person (organisation_id, id)
);

-- Only its host, and only once it is over by the clock of the database.
create function refuse_early_closing() returns trigger language plpgsql as $$
begin
  perform from meeting m
    where m.organisation_id = new.organisation_id and m.id = new.meeting_id and m.host_person = new.closed_by
      and m.published_at is not null and m.cancelled_at is null and m.ends_at <= palabre_now();
  if not found then
    raise exception 'an event is closed by its host, once it is over'
      using errcode = 'check_violation', constraint = 'meeting_closed_by_host_after_end';
  end if;
  return new;
end $$;
create trigger refuse_early_closing before insert or update on meeting_closing
  for each row execute function refuse_early_closing();
