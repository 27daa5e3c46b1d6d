-- Two functions said whether the list of an edition is frozen; `is_list_frozen` stays, which a trigger asks too.
drop function has_frozen_list(uuid, uuid);

-- What everybody may know of each idea, kept beside what lists are sorted by: they are filtered and paged by it.
alter table idea
  add column public_outcome text not null default 'under-study'
    constraint idea_public_outcome_known check (public_outcome in ('under-study', 'to-vote', 'refused')),
  -- stands in an accepted merge
  add column is_merged boolean not null default false;

create function show_public_outcome() returns trigger language plpgsql as $$
declare
  touched decision;
begin
  touched := coalesce(new, old);
  update idea i set public_outcome = s.outcome
    from (select coalesce((select d.outcome from decision d
      where d.organisation_id = touched.organisation_id and d.idea_id = touched.idea_id
        and d.published_at is not null and d.reopened_at is null), 'under-study') as outcome) s
    where i.organisation_id = touched.organisation_id and i.id = touched.idea_id and i.public_outcome <> s.outcome;
  return null;
end $$;
create trigger decision_is_shown after insert or delete on decision
  for each row execute function show_public_outcome();
create trigger decision_is_shown_again after update on decision
  for each row when ((old.published_at, old.reopened_at) is distinct from (new.published_at, new.reopened_at))
  execute function show_public_outcome();

create function show_public_merge() returns trigger language plpgsql as $$
begin
  update idea i set is_merged = (new.outcome = 'accepted' and new.undone_at is null)
    from merge_member b
    where b.organisation_id = new.organisation_id and b.merge_id = new.id
      and i.organisation_id = b.organisation_id and i.id = b.idea_id
      and i.is_merged <> (new.outcome = 'accepted' and new.undone_at is null);
  return null;
end $$;
-- one that is only proposed, or was declined, showed nothing and shows nothing
create trigger merge_is_shown after update on merge
  for each row when (new.outcome = 'accepted'
    and (old.outcome, old.undone_at) is distinct from (new.outcome, new.undone_at))
  execute function show_public_merge();

update idea i set public_outcome = d.outcome from decision d
  where d.organisation_id = i.organisation_id and d.idea_id = i.id and d.published_at is not null and d.reopened_at is null;
update idea i set is_merged = true from merge_member b
  join merge m on m.organisation_id = b.organisation_id and m.id = b.merge_id
  where b.organisation_id = i.organisation_id and b.idea_id = i.id and m.outcome = 'accepted' and m.undone_at is null;

create index idea_recent_of_outcome on idea (organisation_id, edition_id, public_outcome, published_at desc, number desc);
-- nothing is decided while supports are given: they do not touch this one
create index idea_supported_of_outcome on idea (organisation_id, edition_id, public_outcome, support_count desc, number desc)
  where public_outcome <> 'under-study';
create index idea_recent_merged on idea (organisation_id, edition_id, published_at desc, number desc) where is_merged;

-- For the lists of rooms below: the reason of what was not kept, once it is public.
create view public_reason as
  select d.organisation_id, d.idea_id, r.french, r.english
  from decision d
  join refusal_reason r on r.organisation_id = d.organisation_id and r.id = d.reason_id
  where d.published_at is not null and d.reopened_at is null;
