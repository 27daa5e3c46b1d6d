-- What is written around an idea while it is studied: private notes of the office and of departments, the exchange with
-- its holder, the thread of its study team (R48). Nothing is rewritten.
create table thread_message (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  idea_id uuid not null,
  channel text not null check (channel in ('note', 'exchange', 'team')),
  -- on whose behalf
  side text not null check (side in ('office', 'department', 'holder')),
  department_id uuid,
  written_by uuid not null,
  -- an answer that came by telephone, by mail or at the desk, written down by the office
  is_relayed boolean not null default false,
  body text not null check (body <> ''),
  written_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint thread_notes_are_not_of_holders check (channel <> 'note' or side <> 'holder'),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, department_id) references department (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
create index thread_in_order on thread_message (organisation_id, idea_id, channel, written_at desc, id);
-- what holders wrote that nobody answered: the newest message of an exchange is theirs
create index thread_of_holders on thread_message (organisation_id, edition_id, idea_id, written_at desc) where channel = 'exchange';
create trigger thread_message_is_append_only before update or delete or truncate on thread_message
  for each statement execute function refuse_rewriting();

create table thread_mention (
  organisation_id uuid not null,
  message_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, message_id, person_id),
  foreign key (organisation_id, message_id) references thread_message (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);

-- Holder, participation officer, technician. One of each at most: who leaves makes room.
create table study_team_member (
  organisation_id uuid not null,
  idea_id uuid not null,
  part text not null check (part in ('holder', 'officer', 'technician')),
  person_id uuid not null,
  added_by uuid,
  added_at timestamptz not null default palabre_now(),
  constraint study_team_one_of_each primary key (organisation_id, idea_id, part),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index study_team_by_person on study_team_member (organisation_id, person_id);
