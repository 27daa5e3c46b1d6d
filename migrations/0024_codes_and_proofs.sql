-- Personal codes by letter, and documents that an officer looks at: two ways to show that one may vote.

-- Codes made together. What they are drawn from is a key outside the database, until the letters are sent.
create table code_batch (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  -- counted from 1 in the edition, printed on the letters
  number int not null,
  kind text not null,
  -- codes asked for; null: one per person of the register
  asked int,
  made int not null default 0,
  -- where one may vote in person, as the letters say it
  in_person text not null default '',
  asked_by uuid,
  asked_at timestamptz not null default palabre_now(),
  made_at timestamptz,
  sent_at timestamptz,
  sent_by uuid,
  -- from then on its codes are refused
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (organisation_id, id),
  constraint code_batch_number unique (organisation_id, edition_id, number),
  constraint code_batch_kind check (kind in ('anonymous', 'named')),
  constraint code_batch_asked check ((asked is not null) = (kind = 'anonymous') and asked between 1 and 50000),
  constraint code_batch_sent check (sent_at is null or made_at is not null),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, asked_by) references person (organisation_id, id) on delete set null (asked_by),
  foreign key (organisation_id, sent_by) references person (organisation_id, id) on delete set null (sent_by),
  foreign key (organisation_id, revoked_by) references person (organisation_id, id) on delete set null (revoked_by)
);

-- A keyed hash in place of each code. Typing one leaves no trace here: who voted with it is nobody's business.
create table voting_code (
  organisation_id uuid not null,
  batch_id uuid not null,
  -- of its letter, from 1
  number int not null,
  edition_id uuid not null,
  -- what the roll makes its mark of
  id uuid not null default gen_random_uuid(),
  code_hash text collate "C" not null,
  -- the person of the register it was made for
  entry_id uuid,
  primary key (organisation_id, batch_id, number),
  constraint voting_code_once unique (organisation_id, edition_id, code_hash),
  foreign key (organisation_id, batch_id) references code_batch (organisation_id, id)
);
create index voting_code_by_entry on voting_code (organisation_id, edition_id, entry_id) where entry_id is not null;

-- A document that somebody shows to be let vote. Once it is decided only the decision stays.
create table eligibility_proof (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  poll_id uuid not null,
  -- who shows it: an account, or the pass of a browser (its hash)
  person_id uuid,
  pass_hash text,
  -- first, second or third document
  attempt int not null,
  -- days: nothing finer stands beside a person (integrity part 0, point 4)
  sent_on date not null default (palabre_now() at time zone 'Europe/Paris')::date,
  names text,
  address text,
  -- where the answer is told besides; null: on the page only, or at the account's address
  email text,
  locale text not null,
  file_id uuid,
  birth_date date,
  decision text,
  reason text,
  words text not null default '',
  decided_on date,
  decided_by uuid,
  -- keyed hash of the person as declared, of this poll
  mark text collate "C",
  primary key (organisation_id, id),
  constraint eligibility_proof_of_somebody check (num_nonnulls(person_id, pass_hash) = 1),
  constraint eligibility_proof_attempts check (attempt between 1 and 3),
  constraint eligibility_proof_decision check (decision in ('accepted', 'refused')),
  constraint eligibility_proof_decided check ((decision is null) = (decided_on is null)),
  constraint eligibility_proof_marked check ((mark is not null) = (decision is not distinct from 'accepted')),
  constraint eligibility_proof_refused check ((reason is not null) = (decision is not distinct from 'refused')),
  -- what was declared goes with the document
  constraint eligibility_proof_forgets check (decision is null or num_nonnulls(names, address, email, file_id) = 0),
  foreign key (organisation_id, poll_id) references poll (organisation_id, id),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, file_id) references file (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, decided_by) references person (organisation_id, id) on delete set null (decided_by)
);
create unique index eligibility_proof_attempt_of_person
  on eligibility_proof (organisation_id, poll_id, person_id, attempt) where person_id is not null;
create unique index eligibility_proof_attempt_of_pass
  on eligibility_proof (organisation_id, poll_id, pass_hash, attempt) where pass_hash is not null;
create index eligibility_proof_queue on eligibility_proof (organisation_id, edition_id, sent_on, id);
create index eligibility_proof_by_file on eligibility_proof (organisation_id, file_id) where file_id is not null;
