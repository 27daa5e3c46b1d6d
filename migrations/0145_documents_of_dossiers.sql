-- Documents of the network's libraries that a dossier works with (R151). Each reader finds those that they may read.
create table dossier_document (
  organisation_id uuid not null,
  dossier_id uuid not null,
  document_id uuid not null,
  attached_at timestamptz not null default palabre_now(),
  attached_by uuid,
  constraint dossier_document_once primary key (organisation_id, dossier_id, document_id),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id),
  foreign key (organisation_id, document_id) references document (organisation_id, id) on delete cascade,
  foreign key (organisation_id, attached_by) references person (organisation_id, id)
);
