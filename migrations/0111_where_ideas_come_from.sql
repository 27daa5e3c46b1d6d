-- An idea that answers a need (R181): the need it was made from; several may come of one.
create table idea_need (
  organisation_id uuid not null,
  idea_id uuid not null,
  need_id uuid not null,
  constraint idea_need_once primary key (organisation_id, idea_id),
  constraint idea_need_is_another check (need_id <> idea_id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, need_id) references idea (organisation_id, id)
);
create index idea_need_by_need on idea_need (organisation_id, need_id, idea_id);

-- A draft that was begun from a need keeps it until it is published.
alter table idea_draft
  add column need_id uuid,
  add constraint idea_draft_of_need foreign key (organisation_id, need_id) references idea (organisation_id, id);

-- Ideas that came out of an event, or were spoken of there (R125, R126).
create table idea_meeting (
  organisation_id uuid not null,
  meeting_id uuid not null,
  idea_id uuid not null,
  relation text not null check (relation in ('came-out', 'spoken-of')),
  linked_by uuid,
  linked_at timestamptz not null default palabre_now(),
  constraint idea_meeting_once primary key (organisation_id, meeting_id, idea_id),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, linked_by) references person (organisation_id, id)
);
create index idea_meeting_by_idea on idea_meeting (organisation_id, idea_id);
create index idea_meeting_by_linker on idea_meeting (organisation_id, linked_by) where linked_by is not null;
