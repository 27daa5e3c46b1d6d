-- Somebody without an account is asked to make one: the mailed link proves the mailbox, and opens the roles asked for.
create table invitation (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  email text not null,
  mailbox text not null,
  -- '' : whoever invites does not say
  name text not null default '',
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  -- of the newest link; older ones open nothing
  token_hash text not null,
  invited_by uuid,
  invited_at timestamptz not null default palabre_now(),
  -- to the millisecond, as keys of pages say it
  sent_at timestamptz not null default date_trunc('milliseconds', palabre_now()),
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  constraint invitation_token_unique unique (token_hash),
  constraint invitation_used_or_withdrawn check (used_at is null or withdrawn_at is null)
);
-- one mailbox waits for one link, however many roles it is asked for
create unique index invitation_waits_once on invitation (organisation_id, mailbox)
  where used_at is null and withdrawn_at is null;
create index invitation_by_time on invitation (organisation_id, sent_at desc, id)
  where used_at is null and withdrawn_at is null;

-- What the invitation opens, under the same rules as role_grant.
create table invited_role (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  invitation_id uuid not null,
  role text not null,
  edition_id uuid,
  department_id uuid,
  is_referent boolean not null default false,
  ends_at timestamptz,
  asked_by uuid,
  primary key (organisation_id, id),
  constraint invited_role_of_invitation foreign key (organisation_id, invitation_id)
    references invitation (organisation_id, id) on delete cascade,
  constraint invited_role_of_edition foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  constraint invited_role_of_department foreign key (organisation_id, department_id)
    references department (organisation_id, id),
  constraint invited_role_agents_have_departments check ((role = 'agent') = (department_id is not null)),
  constraint invited_role_for_whole_organisation
    check (edition_id is null or role not in ('administrator', 'officer', 'mayor', 'it')),
  constraint invited_role_referents_are_agents check (not is_referent or role = 'agent'),
  constraint invited_role_once unique nulls not distinct (organisation_id, invitation_id, role, edition_id, department_id)
);

-- Lists of services are read in order of name.
create index department_by_name on department (organisation_id, lower(name), id);

-- The logo: shown on every page, so what a page needs of it stands here.
alter table organisation
  add column logo_file_id uuid,
  add column logo_width int,
  add column logo_height int,
  add constraint organisation_logo_file foreign key (id, logo_file_id) references file (organisation_id, id),
  add constraint organisation_logo_whole
    check ((logo_file_id is null) = (logo_width is null) and (logo_file_id is null) = (logo_height is null));

-- How mails left last: for the check of the settings. One line for the whole installation; hours, not instants,
-- since a mail may be a code that somebody signs in with before voting.
create table mail_outcome (
  only_line boolean primary key default true check (only_line),
  sent_in_hour timestamptz,
  failed_in_hour timestamptz,
  -- what the other server said, without anybody's address
  failure text
);
