-- A person exists inside one organisation only: a town and a movement on one install cannot be linked.
create table person (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  name text not null,
  nickname text not null,
  nickname_key text not null,
  email text not null,
  -- the mailbox behind plus signs and dots: one mailbox, one account (W13)
  mailbox text not null,
  password_hash text,
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  confirmed_at timestamptz,
  -- asked at the first act that needs them (R69), declared on honour
  birth_date date,
  residence text,
  residence_declared_on date,
  joined_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint person_nickname_unique unique (organisation_id, nickname_key),
  constraint person_mailbox_unique unique (organisation_id, mailbox),
  constraint person_birth_date_sane check (birth_date > date '1900-01-01')
);

create table charter_acceptance (
  organisation_id uuid not null,
  person_id uuid not null,
  version int not null,
  accepted_at timestamptz not null default palabre_now(),
  primary key (organisation_id, person_id, version),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, version) references charter_version (organisation_id, version)
);

-- Roles: granted by someone, with an end. The right is checked against the object in its own room.
create table role_grant (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  role text not null check (role in ('administrator', 'officer')),
  granted_by uuid,
  granted_at timestamptz not null default palabre_now(),
  ends_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index role_grant_by_person on role_grant (organisation_id, person_id);

-- Opaque sessions. Days, never times: nothing finer is bound to a person while a poll is open (integrity 0.4).
create table session (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  token_hash text not null,
  person_id uuid not null,
  device text not null default '',
  opened_on date not null default (palabre_now() at time zone 'Europe/Paris')::date,
  seen_on date not null default (palabre_now() at time zone 'Europe/Paris')::date,
  expires_on date not null,
  primary key (organisation_id, id),
  constraint session_token_unique unique (token_hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index session_by_person on session (organisation_id, person_id);

-- A code or a link sent by mail. Hashed; one purpose, one use, few tries (W4, W10).
-- A proof that was used or is too old is deleted: no time of signing in stays beside a person.
create table mail_proof (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  purpose text not null check (purpose in ('confirm-address', 'sign-in', 'reset-password', 'change-address')),
  person_id uuid not null,
  -- the link, when there is one
  token_hash text,
  -- the code, when there is one: it counts only in the browser that asked for it
  code_hash text,
  browser_hash text,
  new_email text,
  new_mailbox text,
  tries_left int not null default 5,
  sent_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint mail_proof_token_unique unique (token_hash),
  constraint mail_proof_tries_left check (tries_left >= 0),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index mail_proof_by_person on mail_proof (organisation_id, person_id, purpose);
create index mail_proof_by_browser on mail_proof (organisation_id, browser_hash);
