-- Agreed to be written to before a vote closes and when its result is out. A day, no time; null: not asked for.
alter table person add column reminders_agreed_on date;

-- « Me le rappeler avant la clôture »: who asked, never when, nor what they had chosen. Emptied at the close.
create table reminder_request (
  organisation_id uuid not null,
  poll_id uuid not null,
  person_id uuid not null,
  constraint reminder_request_once primary key (organisation_id, poll_id, person_id),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- How far a mailing has gone, and nobody's name: a place in an order that a key draws, which is kept outside the
-- database and destroyed at the close (decision 014). For results, which go to all who agreed, the last account.
create table reminder_wave (
  organisation_id uuid not null,
  poll_id uuid not null,
  kind text not null check (kind in ('close', 'asked', 'result')),
  place text,
  ended boolean not null default false,
  constraint reminder_wave_once primary key (organisation_id, poll_id, kind),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id)
);
