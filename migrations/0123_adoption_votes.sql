-- The final vote of a space (R104): an edition that belongs to it, with nothing but a vote, so that the one ballot box of the
-- house serves it. Every list of editions leaves it out. No row is rewritten.
alter table edition
  add column space_id uuid,
  add constraint edition_of_space foreign key (organisation_id, space_id) references space (organisation_id, id);

-- What is put to that vote. Its dates are those of the component until its poll is opened, then the poll's.
create table adoption (
  organisation_id uuid not null,
  edition_id uuid not null,
  component_id uuid not null,
  body text not null,
  -- in order: each is answered by yes or no, or left blank
  questions text[] not null check (cardinality(questions) > 0),
  version integer not null default 1,
  primary key (organisation_id, edition_id),
  constraint adoption_once unique (organisation_id, component_id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, component_id) references component (organisation_id, id)
);

-- what people vote on stays as they read it
create function keep_adoption() returns trigger language plpgsql as $$
begin
  if exists (select from poll where organisation_id = old.organisation_id and edition_id = old.edition_id) then
    raise exception 'the text of an opened vote does not change'
      using errcode = 'check_violation', constraint = 'adoption_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_adoption before update or delete on adoption for each row execute function keep_adoption();
