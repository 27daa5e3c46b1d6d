-- Public votes (profile P0): whose each ballot is, for polls that told everyone before they voted. A poll under
-- another profile cannot have a row here: the key below holds the profile too.
alter table poll add constraint poll_profile_key unique (organisation_id, id, profile);

create table public_ballot (
  organisation_id uuid not null,
  poll_id uuid not null,
  profile text not null default 'P0',
  -- null once the account is erased: the ballot stays, under « Compte supprimé »
  person_id uuid,
  commitment text collate "C" not null,
  -- the public name on the day of the publication; null before, and once the account is erased
  nickname text,
  -- the order of the list, erased accounts last
  sort_key text collate "C" not null generated always as (coalesce('0' || palabre_fold(nickname), '1')) stored,
  primary key (organisation_id, poll_id, commitment),
  constraint public_ballot_once unique (organisation_id, poll_id, person_id),
  constraint public_ballot_in_public_poll check (profile = 'P0'),
  constraint public_ballot_of_poll foreign key (organisation_id, poll_id, profile)
    references poll (organisation_id, id, profile),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete set null (person_id)
);
create index public_ballot_in_order on public_ballot (organisation_id, poll_id, sort_key, commitment);

-- Whoever is no more has no name here either, however the account went (R193).
create function forget_public_name() returns trigger language plpgsql as $$
begin
  new.nickname = null;
  return new;
end $$;
create trigger public_ballot_forgets_with_the_person before update on public_ballot
  for each row when (new.person_id is null) execute function forget_public_name();
