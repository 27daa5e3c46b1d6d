-- A project stands in a district of its edition, or in none (the whole town).
create function refuse_unknown_district() returns trigger language plpgsql as $$
begin
  -- locked: a settings form that removes the district meanwhile is waited for, and seen
  perform 1 from edition e where e.organisation_id = new.organisation_id and e.id = new.edition_id
    and new.district = any (e.districts) for share;
  if not found then
    raise exception 'no such district' using errcode = 'check_violation', constraint = 'project_district_is_of_edition';
  end if;
  return new;
end $$;
create trigger project_district_is_of_edition before insert or update of district on project
  for each row when (new.district <> '') execute function refuse_unknown_district();

create function is_same_name(one text, other text) returns boolean language sql immutable as $$
  select lower(regexp_replace(one, '\s', '', 'g')) = lower(regexp_replace(other, '\s', '', 'g'))
$$;

-- A line whose capitals or spaces change, or that changes in a list of the same length, is the same district under a
-- new name: its projects follow. One that holds projects is not removed, nor renamed once their list is frozen.
create function keep_districts_of_projects() returns trigger language plpgsql as $$
declare
  gone record;
  heir text;
begin
  for gone in
    select d.name, d.place from unnest(old.districts) with ordinality as d(name, place)
    where d.name <> all (new.districts) and exists (select 1 from project p
      where p.organisation_id = new.organisation_id and p.edition_id = new.id and p.district = d.name)
  loop
    if exists (select 1 from project_list l where l.organisation_id = new.organisation_id and l.edition_id = new.id) then
      raise exception 'the list is frozen' using errcode = 'check_violation', constraint = 'district_of_frozen_list';
    end if;
    select n.name into heir from unnest(new.districts) with ordinality as n(name, place)
      where n.name <> all (old.districts) and (is_same_name(n.name, gone.name)
        or (n.place = gone.place and cardinality(new.districts) = cardinality(old.districts)
          and not exists (select 1 from unnest(old.districts) as o(name) where is_same_name(o.name, n.name))))
      order by is_same_name(n.name, gone.name) desc limit 1;
    if heir is null then
      raise exception 'projects stand in the district' using errcode = 'check_violation', constraint = 'district_in_use';
    end if;
    update project p set district = heir
      where p.organisation_id = new.organisation_id and p.edition_id = new.id and p.district = gone.name;
  end loop;
  return null;
end $$;
create trigger districts_keep_their_projects after update of districts on edition
  for each row when (old.districts is distinct from new.districts) execute function keep_districts_of_projects();
