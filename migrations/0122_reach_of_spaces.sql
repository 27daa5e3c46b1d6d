-- Where in a space of participation what is commented stands (R102), so that the comments of a space are added up from one
-- row a contribution, and those under what is out of sight, or in a component that is, are left out.
alter table comment_tally
  add column space_id uuid,
  -- null: of no component
  add column component_id uuid,
  -- what is commented went out of sight, and what is said under it with it
  add column hidden_at timestamptz,
  add foreign key (organisation_id, space_id) references space (organisation_id, id);

update comment_tally t set space_id = c.space_id
  from (select distinct organisation_id, target_kind, target_id, space_id from comment where space_id is not null) c
  where c.organisation_id = t.organisation_id and c.target_kind = t.target_kind and c.target_id = t.target_id;
update comment_tally t set hidden_at = i.hidden_at, component_id = b.id
  from idea i left join board b on b.organisation_id = i.organisation_id and b.id = i.edition_id and b.kind = 'component'
  where t.target_kind = 'idea' and i.organisation_id = t.organisation_id and i.id = t.target_id;

-- no column that a comment changes stands in it: counting stays a change within the row's own page
create index comment_tally_of_space on comment_tally (organisation_id, space_id) where space_id is not null;

-- Ideas of one language of a board, in the order of publication (R112); which languages there are is read from it too.
create index idea_of_language on idea (organisation_id, edition_id, lang, published_at desc, number desc);
