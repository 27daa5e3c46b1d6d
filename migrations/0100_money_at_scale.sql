-- Half a million entries (R25): sums along an account are read in its index alone, and each filter of the lists has an
-- index in the order that the list is in.
drop index ledger_entry_out;
drop index ledger_entry_in;
create index ledger_entry_out on ledger_entry (organisation_id, from_account, sequence desc) include (amount, to_account);
create index ledger_entry_in on ledger_entry (organisation_id, to_account, sequence desc) include (amount, from_account);
create index ledger_entry_out_by_day on ledger_entry (organisation_id, from_account, counted_on, sequence);
create index ledger_entry_in_by_day on ledger_entry (organisation_id, to_account, counted_on, sequence);
create index ledger_entry_by_kind on ledger_entry (organisation_id, kind, counted_on, sequence);

create index donation_of_account on donation (organisation_id, account_id, given_on desc, id);
create index donation_amounts on donation (organisation_id, given_on) include (amount) where taken_back_at is null;
create index donation_by_hand on donation (organisation_id) include (amount) where import_id is null and taken_back_at is null;
create index donation_taken_back on donation (organisation_id) include (amount)
  where import_id is not null and taken_back_at is not null;

create index spending_budget_by_state on spending_budget (organisation_id, state, number desc);
