-- What was published under a label keeps it, whatever becomes of the account; what was published before never gains it (R136).
create function official_label(organisation uuid, person uuid, at timestamptz) returns text language sql stable as $$
  select label from official_account
  where organisation_id = organisation and person_id = person and given_at <= at and (ended_at is null or ended_at > at)
  order by given_at desc limit 1
$$;
drop function official_label(uuid, uuid);
create index official_account_of_person on official_account (organisation_id, person_id, given_at desc);

-- The queue of a space's moderators, and of those who ask that their own be hidden: read by index, not looked for.
create index moderation_case_of_space on moderation_case (organisation_id, space_id, rank, opened_at, id)
  where closed_at is null and space_id is not null;
create index moderation_case_asked on moderation_case (organisation_id, rank, opened_at, id)
  where closed_at is null and asked_at is not null;
