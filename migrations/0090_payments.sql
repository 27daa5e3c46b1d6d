-- Transfers: batches for the bank, statements from the bank, and how they meet (part 2.1).
create table payer_account (
  organisation_id uuid not null references organisation (id),
  -- campaign: expenses of an election are paid by another account
  kind text not null check (kind in ('usual', 'campaign')),
  name text not null check (name <> ''),
  -- sealed { iban, bic }
  bank_sealed text not null,
  iban_last4 text not null check (iban_last4 ~ '^[0-9A-Z]{4}$'),
  version int not null default 1 check (version > 0),
  saved_by uuid not null,
  saved_at timestamptz not null default palabre_now(),
  primary key (organisation_id, kind),
  foreign key (organisation_id, saved_by) references person (organisation_id, id)
);

create table payment_batch (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number int not null,
  payer text not null check (payer in ('usual', 'campaign')),
  -- of the file, at most 35 signs
  message_id text not null check (message_id <> ''),
  executed_on date not null,
  payments int not null check (payments > 0),
  amount bigint not null check (amount > 0),
  made_by uuid not null,
  made_at timestamptz not null default palabre_now(),
  cancelled_by uuid,
  cancelled_at timestamptz,
  primary key (organisation_id, id),
  constraint payment_batch_number_once unique (organisation_id, number),
  constraint payment_batch_message_once unique (organisation_id, message_id),
  constraint payment_batch_cancelled_whole check ((cancelled_at is null) = (cancelled_by is null)),
  foreign key (organisation_id, made_by) references person (organisation_id, id),
  foreign key (organisation_id, cancelled_by) references person (organisation_id, id)
);

create table payment (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  batch_id uuid not null,
  request_id uuid not null,
  -- cents
  amount bigint not null check (amount > 0),
  -- what the bank gives back, at most 35 signs
  end_to_end_id text not null check (end_to_end_id <> ''),
  label text not null check (label <> ''),
  iban_last4 text not null,
  state text not null default 'sent' check (state in ('sent', 'paid', 'rejected', 'cancelled')),
  settled_on date,
  settled_by uuid,
  settled_at timestamptz,
  reason text not null default '',
  primary key (organisation_id, id),
  constraint payment_end_to_end_once unique (organisation_id, end_to_end_id),
  constraint payment_settled check ((state = 'sent') = (settled_at is null)),
  foreign key (organisation_id, batch_id) references payment_batch (organisation_id, id),
  foreign key (organisation_id, request_id) references spending_request (organisation_id, id),
  foreign key (organisation_id, settled_by) references person (organisation_id, id)
);
-- No request is paid twice: one transfer of it alive.
create unique index payment_alive_once on payment (organisation_id, request_id) where state in ('sent', 'paid');
create index payment_of_batch on payment (organisation_id, batch_id, end_to_end_id);
create index payment_awaited on payment (organisation_id, amount) where state = 'sent';

create table bank_statement (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  format text not null check (format in ('camt.053', 'csv')),
  file_name text not null,
  sha256 text not null,
  account_last4 text not null default '',
  first_day date,
  last_day date,
  -- cents; null: the file does not say
  opening bigint,
  closing bigint,
  lines int not null check (lines >= 0),
  imported_by uuid not null,
  imported_at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint bank_statement_once unique (organisation_id, sha256),
  foreign key (organisation_id, imported_by) references person (organisation_id, id)
);

create table bank_statement_line (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  statement_id uuid not null,
  position int not null,
  booked_on date not null,
  -- cents: below zero, it went out
  amount bigint not null check (amount <> 0),
  -- '' : the bank does not say
  bank_reference text not null default '',
  end_to_end_id text not null default '',
  words text not null default '',
  -- the bank sent the money back
  returned boolean not null default false,
  payment_id uuid,
  -- put aside with a reason: it is not about our payments
  aside text not null default '',
  matched_by uuid,
  matched_at timestamptz,
  primary key (organisation_id, id),
  constraint bank_statement_line_in_order unique (organisation_id, statement_id, position),
  foreign key (organisation_id, statement_id) references bank_statement (organisation_id, id),
  foreign key (organisation_id, payment_id) references payment (organisation_id, id),
  foreign key (organisation_id, matched_by) references person (organisation_id, id)
);
-- Statements overlap: the same movement is taken in once.
create unique index bank_statement_line_once on bank_statement_line (organisation_id, bank_reference, booked_on, amount)
  where bank_reference <> '';
create unique index bank_statement_line_pays_once on bank_statement_line (organisation_id, payment_id, returned)
  where payment_id is not null;
create index bank_statement_line_open on bank_statement_line (organisation_id, booked_on, id)
  where payment_id is null and aside = '';
