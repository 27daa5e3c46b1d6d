-- The file of accounting entries (FEC) is named after the SIREN of whoever keeps the books: nine digits, '' : not told yet.
alter table ledger_settings add column siren text not null default ''
  constraint ledger_settings_siren check (siren ~ '^([0-9]{9})?$');

-- Accounts of a kind, the fullest first: thousands of groups, a page at a time.
create index ledger_account_by_balance on ledger_account (organisation_id, kind, (-balance), holder_id);
