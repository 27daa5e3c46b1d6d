-- A bank that sends the money back has mostly been given a wrong account: the request stays to be paid, and out of the next
-- transfer, until one treasurer gave the details again and another one confirmed them (two persons, as before).
alter table spending_request
  add column bank_asked_at timestamptz,
  add column bank_given_by uuid,
  add constraint spending_request_bank_asked check (bank_asked_at is null or state = 'to-pay'),
  add constraint spending_request_bank_given check (bank_given_by is null or bank_asked_at is not null),
  add foreign key (organisation_id, bank_given_by) references person (organisation_id, id);
create index spending_request_bank_asked on spending_request (organisation_id, bank_asked_at) where bank_asked_at is not null;
