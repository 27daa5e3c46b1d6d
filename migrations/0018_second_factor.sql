-- A second factor: an application that gives codes, passkeys, recovery codes. Days, never times: what is used here
-- may be used minutes before a vote (integrity 0.4). Secrets are sealed by a key that is outside the database.

-- The day on which this session proved a second factor; null: it has not, and opens no power of a role.
alter table session add column second_factor_on date;

create table authenticator_app (
  organisation_id uuid not null,
  person_id uuid not null,
  -- AES-256-GCM under factor.key, bound to this person
  sealed_secret text not null,
  -- null: being set up, no code has confirmed it yet
  added_on date,
  constraint authenticator_app_once primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- A code that was used, for the two minutes in which it could come again: a keyed hash, from which no time is read.
create table spent_code (
  organisation_id uuid not null,
  person_id uuid not null,
  mark text not null,
  constraint spent_code_once primary key (organisation_id, person_id, mark),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

create table passkey (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- as the browser names it, base64url
  credential_id text not null,
  public_key bytea not null,
  -- as the device counts its own uses; 0 where it does not
  uses bigint not null default 0,
  transports text[] not null default '{}',
  name text not null,
  added_on date not null default (palabre_now() at time zone 'Europe/Paris')::date,
  primary key (organisation_id, id),
  constraint passkey_credential_unique unique (organisation_id, credential_id),
  constraint passkey_named check (name <> ''),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index passkey_by_person on passkey (organisation_id, person_id);

-- What a passkey must sign, for one session and one use; deleted with it, or after five minutes.
create table passkey_challenge (
  organisation_id uuid not null,
  session_id uuid not null,
  purpose text not null check (purpose in ('add', 'prove')),
  challenge text not null,
  good_until timestamptz not null,
  constraint passkey_challenge_once primary key (organisation_id, session_id, purpose),
  foreign key (organisation_id, session_id) references session (organisation_id, id) on delete cascade
);

-- Ten per person, keyed hashes; each is deleted when it is used.
create table recovery_code (
  organisation_id uuid not null,
  person_id uuid not null,
  mark text not null,
  constraint recovery_code_once primary key (organisation_id, person_id, mark),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
