-- An account that is erased stays as an empty row: what it published keeps an author, whose name is « Compte supprimé ».
alter table person add column erased_at timestamptz;
alter table person add constraint person_erased_holds_nothing check (erased_at is null or (
  name = '' and email = '' and nickname = 'Compte supprimé' and mailbox = 'erased:' || id and nickname_key = 'erased:' || id
  and num_nonnulls(password_hash, confirmed_at, birth_date, residence, residence_declared_on, reminders_agreed_on) = 0));

-- A code that proves who asks for their own data, or erases them, where there is no password.
alter table mail_proof drop constraint mail_proof_purpose_check;
alter table mail_proof add constraint mail_proof_purpose_check
  check (purpose in ('confirm-address', 'sign-in', 'reset-password', 'change-address', 'own-data'));

-- Nothing is written for somebody who was erased meanwhile: it waits for an erasure under way, and then sees it.
-- The column that says who; 'skipped': the row is left out, as a letter is; otherwise the writer is refused.
create function refuse_erased_person() returns trigger language plpgsql as $$
declare
  erased timestamptz;
begin
  select erased_at into erased from person
    where organisation_id = new.organisation_id and id = (to_jsonb(new) ->> tg_argv[0])::uuid
    for key share;
  if erased is null then
    return new;
  end if;
  if tg_argv[1] = 'skipped' then
    return null;
  end if;
  raise exception 'this account was erased' using errcode = 'check_violation', constraint = 'person_is_not_erased';
end $$;

create trigger letter_of_kept_person before insert on letter
  for each row execute function refuse_erased_person('person_id', 'skipped');
create trigger idea_of_kept_person before insert on idea
  for each row execute function refuse_erased_person('author_id');
create trigger thread_message_of_kept_person before insert on thread_message
  for each row execute function refuse_erased_person('written_by');

do $$
declare
  kept text;
begin
  foreach kept in array array['authenticator_app', 'charter_acceptance', 'eligibility_proof', 'follow', 'group_join_request', 'group_member',
      'guide_reading',
      'idea_draft', 'idea_support', 'letter_preference', 'linked_identity', 'mail_proof', 'meeting_presence',
      'meeting_registration', 'passkey', 'public_ballot', 'realisation_member', 'realisation_offer',
      'realisation_testimony', 'realisation_volunteer', 'reminder_request', 'role_grant', 'session',
      'study_team_member'] loop
    execute format('create trigger %I before insert or update of person_id on %I
      for each row execute function refuse_erased_person(''person_id'')', kept || '_of_kept_person', kept);
  end loop;
end $$;
