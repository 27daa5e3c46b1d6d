-- Mandates of elected members (R140, R147): declared for one network by who holds them, or brought in by its team; verified
-- by its team. Whoever holds a verified one is in the network until it ends.
create table mandate (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  space_id uuid not null,
  -- null: brought in, and waiting for the account that accepts its invitation
  person_id uuid,
  level text not null check (level in ('municipal', 'intercommunal', 'departmental', 'regional', 'national', 'european')),
  -- « Conseil municipal de Fleury », « Fleury » and its INSEE code or '', « Adjointe au maire », « déléguée à l’eau » or ''
  body text not null check (body <> ''),
  territory text not null check (territory <> ''),
  code text not null default '',
  office text not null check (office <> ''),
  delegation text not null default '',
  -- first and last day, as the clock of Paris has them; no last day: nobody knows it yet
  began_on date not null,
  ends_on date,
  ends_at timestamptz generated always as ((ends_on + 1)::timestamp at time zone 'Europe/Paris') stored,
  origin text not null check (origin in ('declared', 'imported')),
  declared_at timestamptz not null default palabre_now(),
  declared_by uuid,
  -- what proves it, seen by the team alone until it has decided
  proof_file_id uuid,
  -- what the team notes for itself
  note text not null default '',
  verified_at timestamptz,
  verified_by uuid,
  refused_at timestamptz,
  refused_by uuid,
  refusal text,
  withdrawn_at timestamptz,
  -- what was told of its end: a month before, and when it came
  reminded_at timestamptz,
  end_told_at timestamptz,
  version int not null default 1 check (version > 0),
  territory_key text generated always as (palabre_fold(territory)) stored,
  words tsvector generated always as (
    setweight(to_tsvector('palabre_fr', palabre_fold(territory)), 'A')
      || setweight(to_tsvector('palabre_fr', palabre_fold(body || ' ' || office || ' ' || delegation)), 'B')
  ) stored,
  primary key (organisation_id, id),
  constraint mandate_ends_after_its_beginning check (ends_on >= began_on),
  constraint mandate_of_somebody check (person_id is not null or (origin = 'imported' and verified_at is null)),
  constraint mandate_verified_by_somebody check ((verified_at is null) = (verified_by is null)),
  constraint mandate_refused_with_reason check ((refused_at is null) = (refusal is null)
    and (refused_at is null) = (refused_by is null) and refusal <> ''),
  -- a proof is kept no longer than it is needed
  constraint mandate_proof_until_decided check (proof_file_id is null
    or num_nonnulls(verified_at, refused_at, withdrawn_at) = 0),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, proof_file_id) references file (organisation_id, id)
);
-- the same mandate is declared once, until it is refused or withdrawn
create unique index mandate_once on mandate
  (organisation_id, space_id, person_id, level, territory_key, palabre_fold(office), began_on)
  where refused_at is null and withdrawn_at is null;
create index mandate_by_person on mandate (organisation_id, person_id, space_id);
create index mandate_in_network on mandate (organisation_id, space_id, territory_key, id)
  where verified_at is not null and refused_at is null and withdrawn_at is null;
create index mandate_in_network_by_level on mandate (organisation_id, space_id, level, territory_key, id)
  where verified_at is not null and refused_at is null and withdrawn_at is null;
create index mandate_waiting on mandate (organisation_id, space_id, declared_at, id)
  where verified_at is null and refused_at is null and withdrawn_at is null;
create index mandate_declared on mandate (organisation_id, space_id, declared_at desc, id desc);
create index mandate_ending on mandate (ends_at) where verified_at is not null and end_told_at is null;
create index mandate_words on mandate using gin (words);

create trigger mandate_of_kept_person before insert or update of person_id on mandate
  for each row when (new.person_id is not null) execute function refuse_erased_person('person_id');

-- To whom a mandate that was brought in is offered; gone when it is accepted, or too old.
create table mandate_invitation (
  organisation_id uuid not null,
  mandate_id uuid not null,
  email text not null,
  mailbox text not null,
  invited_at timestamptz not null default palabre_now(),
  expires_at timestamptz not null,
  primary key (organisation_id, mandate_id),
  foreign key (organisation_id, mandate_id) references mandate (organisation_id, id) on delete cascade
);
create index mandate_invitation_by_mailbox on mandate_invitation (organisation_id, mailbox);
create index mandate_invitation_by_age on mandate_invitation (expires_at);

-- How a member stands in the directory of a network: how the others reach them, and whether everybody reads of them.
create table directory_entry (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  space_id uuid not null,
  person_id uuid not null,
  -- '' : they are not reached from here
  address text not null default '',
  public_at timestamptz,
  primary key (organisation_id, id),
  constraint directory_entry_once unique (organisation_id, space_id, person_id),
  foreign key (organisation_id, space_id) references space (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index directory_entry_by_person on directory_entry (organisation_id, person_id);
create index directory_entry_public on directory_entry (organisation_id, space_id, id) where public_at is not null;

create trigger directory_entry_of_kept_person before insert on directory_entry
  for each row execute function refuse_erased_person('person_id');

-- Where mandates let people in, nobody is a member longer than a verified mandate of theirs lasts, whoever writes what. It is
-- looked at when all is written, under the lock of the space.
create function keep_members_with_mandate() returns trigger language plpgsql as $$
declare
  them record;
begin
  if tg_op = 'DELETE' then them := old; else them := new; end if;
  perform 1 from space where organisation_id = them.organisation_id and id = them.space_id and admission = 'mandate' for no key update;
  if found and exists (
    select from space_member s
    where s.organisation_id = them.organisation_id and s.space_id = them.space_id and s.person_id = them.person_id
      and (s.ends_at is null or s.ends_at > palabre_now())
      and not exists (select from mandate m
        where m.organisation_id = s.organisation_id and m.space_id = s.space_id and m.person_id = s.person_id
          and m.verified_at is not null and m.refused_at is null and m.withdrawn_at is null
          and (m.ends_at is null or s.ends_at <= m.ends_at))) then
    raise exception 'members of this network hold a verified mandate' using errcode = 'check_violation', constraint = 'member_holds_mandate';
  end if;
  return null;
end $$;
create constraint trigger member_holds_mandate after insert or update on space_member
  deferrable initially deferred for each row execute function keep_members_with_mandate();
create constraint trigger mandate_holds_member after update or delete on mandate
  deferrable initially deferred for each row when (old.verified_at is not null) execute function keep_members_with_mandate();
