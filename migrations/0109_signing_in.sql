-- Signing in by a passkey alone (decision 088), and a charter that the office publishes anew (R96, R107).

-- The device kept the name of the account and verified who held it: the key opens the account without a password.
alter table passkey add column discoverable boolean not null default false;

-- What a passkey must sign before anybody is signed in: of one browser, for one use, five minutes at most.
create table sign_in_challenge (
  organisation_id uuid not null references organisation (id),
  -- of a secret that this browser alone holds
  browser_hash text not null,
  challenge text not null,
  good_until timestamptz not null,
  constraint sign_in_challenge_once primary key (organisation_id, browser_hash)
);
create index sign_in_challenge_by_challenge on sign_in_challenge (organisation_id, challenge);

-- Who published a version of the charter, and what changed in it; null and '' of the version that founds the organisation.
alter table charter_version
  add column published_by uuid,
  add column summary text not null default '',
  add constraint charter_version_published_by foreign key (organisation_id, published_by)
    references person (organisation_id, id);
create index charter_version_by_publisher on charter_version (organisation_id, published_by) where published_by is not null;
