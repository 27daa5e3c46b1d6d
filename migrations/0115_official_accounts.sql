-- Accounts that speak for somebody (R136), and people who close their public profile (R135).

create table official_account (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- « Commission Énergie »; its key is that of nicknames: no label reads like one, and no nickname like a label (W12)
  label text not null check (label <> ''),
  label_key text not null check (label_key <> ''),
  given_at timestamptz not null default palabre_now(),
  given_by uuid,
  -- null: it holds
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, given_by) references person (organisation_id, id),
  foreign key (organisation_id, ended_by) references person (organisation_id, id)
);
create unique index official_account_one_at_a_time on official_account (organisation_id, person_id)
  where ended_at is null;
create index official_account_by_label on official_account (organisation_id, label_key);
create index official_account_by_time on official_account (organisation_id, given_at desc, id);

-- Whether some label reads like this, given once or held now: what was published under it still bears it.
create function is_official_label(organisation uuid, key text) returns boolean language sql stable as $$
  select exists (select from official_account where organisation_id = organisation and label_key = key)
$$;

-- Under which label somebody speaks now; null: for themselves.
create function official_label(organisation uuid, person uuid) returns text language sql stable as $$
  select label from official_account
  where organisation_id = organisation and person_id = person and ended_at is null
$$;

-- Who shows no public profile: a day, no time.
create table profile_closing (
  organisation_id uuid not null,
  person_id uuid not null,
  closed_on date not null default (palabre_now() at time zone 'Europe/Paris')::date,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
