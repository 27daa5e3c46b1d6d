-- OpenID Connect providers that an organisation lets its people sign in with (R105); none is needed.
create table identity_provider (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  -- as the button says it: « Continuer avec … »
  name text not null,
  issuer text not null,
  client_id text not null,
  -- AES-256-GCM under secrets.key, which is kept outside the database; null: a public client
  client_secret_sealed text,
  scopes text not null,
  -- names of claims; several, one space apart, where a name comes in parts; '' where the provider gives none
  email_claim text not null,
  name_claims text not null,
  birth_date_claim text not null,
  -- the level of assurance asked for (« eidas1 »); '' for none
  acr_values text not null default '',
  enabled_by uuid,
  -- null: nobody signs in with it for now
  enabled_at timestamptz,
  added_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint identity_provider_issuer_once unique (organisation_id, issuer),
  -- what an account linked to it refers to: its address cannot change under the accounts
  constraint identity_provider_issuer_kept unique (organisation_id, id, issuer)
);

-- An account of ours and one at a provider. A day, no time: one signs in minutes before a vote (integrity 0.4).
create table linked_identity (
  organisation_id uuid not null,
  person_id uuid not null,
  provider_id uuid not null,
  issuer text not null,
  subject text not null,
  linked_on date not null default (palabre_now() at time zone 'Europe/Paris')::date,
  constraint linked_identity_one_a_provider primary key (organisation_id, person_id, provider_id),
  constraint linked_identity_subject_once unique (organisation_id, issuer, subject),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  constraint linked_identity_of_provider foreign key (organisation_id, provider_id, issuer)
    references identity_provider (organisation_id, id, issuer) on delete cascade
);
create index linked_identity_by_provider on linked_identity (organisation_id, provider_id, issuer);
