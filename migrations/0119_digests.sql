-- How somebody hears of each topic by mail: at once, each day, each Monday, or in the application only (R134).
alter table letter_preference add column rhythm text not null default 'immediate'
  check (rhythm in ('immediate', 'daily', 'weekly', 'none'));
update letter_preference set rhythm = 'none' where not wanted;

-- A server of the version before writes `wanted` alone: the rhythm follows, and nothing else says yes or no.
create function rhythm_follows_wanted() returns trigger language plpgsql as $$
begin
  if not new.wanted then
    new.rhythm := 'none';
  elsif new.rhythm = 'none' then
    new.rhythm := 'immediate';
  end if;
  return new;
end $$;
create trigger letter_preference_rhythm before insert or update on letter_preference
  for each row execute function rhythm_follows_wanted();
alter table letter_preference add constraint letter_preference_rhythm_agrees check (wanted = (rhythm <> 'none'));

-- A digest that somebody is to receive: written when it is due, and gone with that.
create table digest (
  organisation_id uuid not null,
  person_id uuid not null,
  rhythm text not null check (rhythm in ('daily', 'weekly')),
  due_at timestamptz not null,
  constraint digest_once primary key (organisation_id, person_id, rhythm),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index digest_due on digest (due_at, organisation_id, person_id);

create trigger digest_of_kept_person before insert on digest
  for each row execute function refuse_erased_person('person_id', 'skipped');
