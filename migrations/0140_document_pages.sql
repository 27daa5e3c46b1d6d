-- The first pages of a PDF as pictures: made once by a job, shown to who reads the document.
create table document_page (
  organisation_id uuid not null,
  document_id uuid not null,
  -- of the version
  number int not null,
  page int not null check (page > 0),
  file_id uuid not null,
  primary key (organisation_id, document_id, number, page),
  foreign key (organisation_id, document_id, number)
    references document_version (organisation_id, document_id, number) on delete cascade,
  foreign key (organisation_id, file_id) references file (organisation_id, id)
);

-- Whether what is public in a component is everybody's: of an opened network, or of an opened space that is not private.
create function shows_documents(of_organisation uuid, of_component uuid) returns boolean language sql stable parallel safe as $$
  select exists (select from component c
    join space s on s.organisation_id = c.organisation_id and s.id = c.space_id
    where c.organisation_id = of_organisation and c.id = of_component and c.hidden_at is null
      and s.opened_at is not null and (not s.is_private or s.kind = 'network'))
$$;
create index document_public on document (organisation_id, component_id, changed_at desc, id desc)
  where reach = 'public' and withdrawn_at is null and hidden_at is null;
