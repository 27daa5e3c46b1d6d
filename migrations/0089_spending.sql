-- Provisional budgets and spending requests (R20–R26, part 2.1): one procedure, two sources of money.
create table spending_budget (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- of its address, in the organisation
  number int not null,
  fund_id uuid not null,
  action_id uuid not null,
  group_id uuid not null,
  state text not null default 'draft' check (state in
    ('draft', 'submitted', 'info-needed', 'validated', 'refused', 'consumed', 'released')),
  explanation text not null default '',
  -- cents: the sum of its lines; once validated, what is promised
  amount bigint not null default 0 check (amount >= 0),
  -- the group lost its certification after the budget was validated: a person decides (R24)
  flagged_at timestamptz,
  version int not null default 1 check (version > 0),
  written_by uuid not null,
  written_at timestamptz not null default palabre_now(),
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  primary key (organisation_id, id),
  constraint spending_budget_number_once unique (organisation_id, number),
  constraint spending_budget_worth_something check (state = 'draft' or amount > 0),
  constraint spending_budget_decided_by_another check (decided_by <> written_by),
  foreign key (organisation_id, fund_id) references fund (organisation_id, id),
  foreign key (organisation_id, action_id) references fund_action (organisation_id, id),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id),
  foreign key (organisation_id, decided_by) references person (organisation_id, id)
);
-- One alive for a group and an action.
create unique index spending_budget_alive_once on spending_budget (organisation_id, group_id, action_id)
  where state in ('draft', 'submitted', 'info-needed', 'validated');
create index spending_budget_of_group on spending_budget (organisation_id, group_id, number desc);
create index spending_budget_of_fund on spending_budget (organisation_id, fund_id, number desc);
create index spending_budget_to_decide on spending_budget (organisation_id, submitted_at, id) where state = 'submitted';
create index spending_budget_flagged on spending_budget (organisation_id, flagged_at, id) where flagged_at is not null;

create table spending_budget_line (
  organisation_id uuid not null,
  budget_id uuid not null,
  position smallint not null,
  label text not null check (label <> ''),
  amount bigint not null check (amount > 0),
  primary key (organisation_id, budget_id, position),
  foreign key (organisation_id, budget_id) references spending_budget (organisation_id, id) on delete cascade
);

create table spending_budget_act (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  budget_id uuid not null,
  sequence bigint generated always as identity,
  kind text not null check (kind in
    ('submitted', 'info-asked', 'validated', 'refused', 'flagged', 'kept', 'released', 'consumed')),
  words text not null default '',
  by_person uuid,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  constraint spending_budget_act_with_words check (kind not in ('info-asked', 'refused', 'released') or words <> ''),
  foreign key (organisation_id, budget_id) references spending_budget (organisation_id, id) on delete cascade,
  foreign key (organisation_id, by_person) references person (organisation_id, id)
);
create index spending_budget_act_in_order on spending_budget_act (organisation_id, budget_id, sequence);

create table spending_request (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number int not null,
  group_id uuid not null,
  source text not null check (source in ('group', 'fund')),
  -- of a request on a fund
  budget_id uuid,
  state text not null default 'draft' check (state in
    ('draft', 'peer-review', 'finance-review', 'info-needed', 'validated', 'to-pay', 'paid', 'refused')),
  -- past: a reimbursement; future: a payment asked for, whose invoice follows
  timing text not null default 'past' check (timing in ('past', 'future')),
  title text not null default '',
  category text not null default '' check (category ~ '^[a-z-]*$'),
  campaign boolean not null default false,
  explanation text not null default '',
  spent_on date,
  contact_name text not null default '',
  contact_phone text not null default '',
  contact_email text not null default '',
  -- cents, as asked
  amount bigint not null default 0 check (amount >= 0),
  -- cents: what is over the fund's share goes to the group's envelope, since the group said so (R23)
  excess_to_group boolean not null default false,
  -- cents, booked when it is to be paid; zero before
  fund_amount bigint not null default 0 check (fund_amount >= 0),
  group_amount bigint not null default 0 check (group_amount >= 0),
  -- the member who is paid; null: somebody who is none (a supplier)
  payee_id uuid,
  -- sealed { holder, iban, bic } (platform/bank); null: not given yet, or purged
  bank_sealed text,
  -- what is shown
  iban_last4 text not null default '' check (iban_last4 ~ '^([0-9A-Z]{4})?$'),
  bank_purged_at timestamptz,
  bank_document_id uuid,
  charter_at timestamptz,
  honour_at timestamptz,
  version int not null default 1 check (version > 0),
  created_by uuid not null,
  created_at timestamptz not null default palabre_now(),
  -- first treasurer, then another one
  sent_by uuid,
  sent_at timestamptz,
  checked_by uuid,
  checked_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  booked_at timestamptz,
  paid_at timestamptz,
  deleted_at timestamptz,
  primary key (organisation_id, id),
  constraint spending_request_number_once unique (organisation_id, number),
  constraint spending_request_of_its_source check ((budget_id is not null) = (source = 'fund')),
  -- two persons in the group, a third in finance, none of them the one who is paid (part 2.1, W15)
  constraint spending_request_two_persons check (checked_by not in (sent_by, created_by)),
  constraint spending_request_checked_by_another check (checked_by <> payee_id),
  constraint spending_request_decided_by_another check
    (decided_by <> payee_id and decided_by <> sent_by and decided_by <> checked_by and decided_by <> created_by),
  constraint spending_request_checked check (state not in ('finance-review', 'info-needed', 'validated', 'to-pay', 'paid')
    or checked_by is not null),
  constraint spending_request_booked check ((state in ('to-pay', 'paid')) = (booked_at is not null)
    and (booked_at is null or (fund_amount + group_amount > 0 and fund_amount + group_amount <= amount))),
  constraint spending_request_paid check ((state = 'paid') = (paid_at is not null)),
  constraint spending_request_deleted_early check (deleted_at is null or state in ('draft', 'peer-review')),
  foreign key (organisation_id, group_id) references action_group (organisation_id, id),
  foreign key (organisation_id, budget_id) references spending_budget (organisation_id, id),
  foreign key (organisation_id, payee_id) references person (organisation_id, id),
  foreign key (organisation_id, bank_document_id) references file (organisation_id, id),
  foreign key (organisation_id, created_by) references person (organisation_id, id),
  foreign key (organisation_id, sent_by) references person (organisation_id, id),
  foreign key (organisation_id, checked_by) references person (organisation_id, id),
  foreign key (organisation_id, decided_by) references person (organisation_id, id)
);
create index spending_request_of_group on spending_request (organisation_id, group_id, number desc) where deleted_at is null;
create index spending_request_by_state on spending_request (organisation_id, state, number) where deleted_at is null;
create index spending_request_in_order on spending_request (organisation_id, number desc) where deleted_at is null;
create index spending_request_of_budget on spending_request (organisation_id, budget_id) where budget_id is not null;
create index spending_request_sealed on spending_request (organisation_id, paid_at) where bank_sealed is not null;

-- What proves an expense, and what shows it.
create table spending_document (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  -- quote, pro-forma, invoice, receipt and ticket are evidence; the others show
  kind text not null check (kind in ('quote', 'pro-forma', 'invoice', 'receipt', 'ticket', 'print', 'photo', 'other')),
  title text not null check (title <> ''),
  -- cents, of what proves an expense
  amount bigint check (amount > 0),
  file_id uuid not null,
  -- of the bytes as they were sent: the same receipt handed in twice is seen (W15)
  sent_sha256 text not null,
  added_by uuid not null,
  added_at timestamptz not null default palabre_now(),
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, request_id) references spending_request (organisation_id, id),
  foreign key (organisation_id, file_id) references file (organisation_id, id),
  foreign key (organisation_id, added_by) references person (organisation_id, id)
);
create index spending_document_of_request on spending_document (organisation_id, request_id, added_at);
create index spending_document_same on spending_document (organisation_id, sent_sha256) where removed_at is null;

create table spending_act (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  sequence bigint generated always as identity,
  before text not null,
  after text not null,
  -- names of the fields that changed
  changed text[] not null default '{}',
  words text not null default '',
  -- whether a person of the finance desk did it: shown as « Équipe de suivi »
  by_desk boolean not null default false,
  -- null: a process did it
  by_person uuid,
  at timestamptz not null default palabre_now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, request_id) references spending_request (organisation_id, id),
  foreign key (organisation_id, by_person) references person (organisation_id, id)
);
create index spending_act_in_order on spending_act (organisation_id, request_id, sequence);
create trigger spending_act_is_append_only before update or delete or truncate on spending_act
  for each statement execute function refuse_rewriting();
revoke update, delete, truncate on spending_act from public;
