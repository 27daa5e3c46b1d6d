-- An edition being prepared that nobody wants any more: it stays in the journal, its address is free again.
alter table edition
  add column abandoned_at timestamptz,
  add column abandoned_by uuid,
  -- the form that made it: sent twice, by a double click, it makes one edition
  add column made_from text check (length(made_from) <= 100),
  -- of an opening and an abandonment at once, the second finds this in its way
  add constraint edition_abandoned_unopened check (abandoned_at is null or opened_at is null),
  drop constraint edition_slug_unique;
create unique index edition_slug_unique on edition (organisation_id, slug) where abandoned_at is null;
create unique index edition_made_once on edition (organisation_id, made_from);

-- What residents or the office put in an edition is never abandoned with it.
create function check_abandoned_edition_empty() returns trigger language plpgsql as $$
begin
  if exists (select from idea where organisation_id = new.organisation_id and edition_id = new.id)
    or exists (select from idea_draft where organisation_id = new.organisation_id and edition_id = new.id)
    or exists (select from project where organisation_id = new.organisation_id and edition_id = new.id)
    or exists (select from poll where organisation_id = new.organisation_id and edition_id = new.id) then
    raise exception 'the edition % is not empty', new.id
      using errcode = 'check_violation', constraint = 'edition_abandoned_is_empty';
  end if;
  return new;
end;
$$;
create trigger edition_abandoned_is_empty before update of abandoned_at on edition
  for each row when (new.abandoned_at is not null) execute function check_abandoned_edition_empty();

-- Nor does anything come into it afterwards. An edition that was opened is abandoned no more: only what goes into a
-- draft waits for whoever may be abandoning it.
create function refuse_for_abandoned_edition() returns trigger language plpgsql as $$
begin
  perform from edition e
    where e.organisation_id = new.organisation_id and e.id = new.edition_id and e.opened_at is not null;
  if found then
    return new;
  end if;
  perform from edition e
    where e.organisation_id = new.organisation_id and e.id = new.edition_id and e.abandoned_at is null
    for share;
  if not found then
    raise exception 'the edition % was abandoned', new.edition_id
      using errcode = 'check_violation', constraint = 'edition_abandoned_is_empty';
  end if;
  return new;
end;
$$;
create trigger idea_of_kept_edition before insert on idea for each row execute function refuse_for_abandoned_edition();
create trigger idea_draft_of_kept_edition before insert on idea_draft
  for each row execute function refuse_for_abandoned_edition();
create trigger project_of_kept_edition before insert on project
  for each row execute function refuse_for_abandoned_edition();
create trigger poll_of_kept_edition before insert on poll for each row execute function refuse_for_abandoned_edition();
