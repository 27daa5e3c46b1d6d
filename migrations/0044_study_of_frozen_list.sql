-- Once the list of an edition is frozen its study is over: what was found of its ideas stays as it was.
create function is_list_frozen(organisation uuid, edition uuid) returns boolean
  language sql stable
  as $$ select exists (select from project_list l where l.organisation_id = organisation and l.edition_id = edition) $$;

create function refuse_study_of_frozen_list() returns trigger language plpgsql as $$
begin
  -- the edition is what a freeze locks: one that is on its way is waited for, and then seen
  perform from edition e where e.organisation_id = new.organisation_id and e.id = new.edition_id for share;
  if is_list_frozen(new.organisation_id, new.edition_id) then
    raise exception 'the list is frozen' using errcode = 'check_violation', constraint = 'study_of_frozen_list';
  end if;
  return new;
end $$;
create trigger study_of_frozen_list before insert or update on study
  for each row execute function refuse_study_of_frozen_list();
create trigger opinion_of_frozen_list before insert or update on opinion
  for each row execute function refuse_study_of_frozen_list();
