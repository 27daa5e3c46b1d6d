import * as m from '../../paraglide/messages.js';
import type { NamedHolder } from '../../platform/http/holders.ts';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { formatDate } from '../../ui/format.ts';
import type { SeenAccount } from './book.ts';
import type { AccountKind, EntryKind } from './ledger.ts';

export type Holders = ReadonlyMap<string, NamedHolder>;

export const kindWords: Record<EntryKind, () => string> = {
  'fund-endowed': m.ledger_kind_fund_endowed,
  'fund-lowered': m.ledger_kind_fund_lowered,
  donation: m.ledger_kind_donation,
  'donation-taken-back': m.ledger_kind_donation_taken_back,
  'solidarity-given': m.ledger_kind_solidarity_given,
  'budget-reserved': m.ledger_kind_budget_reserved,
  'budget-released': m.ledger_kind_budget_released,
  'spending-booked': m.ledger_kind_spending_booked,
  'spending-paid': m.ledger_kind_spending_paid,
  'payment-returned': m.ledger_kind_payment_returned,
  'booking-undone': m.ledger_kind_booking_undone,
  reversal: m.ledger_kind_reversal,
};

/** A kind of account, whoever holds it. */
export const accountKindWords: Record<AccountKind, () => string> = {
  'own-funds': m.ledger_account_own_funds,
  donations: m.ledger_account_donations,
  expenses: m.ledger_account_expenses,
  solidarity: m.ledger_account_solidarity,
  fund: m.ledger_account_fund,
  'fund-reserved': m.ledger_account_fund_reserved,
  'fund-payable': m.ledger_account_fund_payable,
  group: m.ledger_account_group,
  'group-payable': m.ledger_account_group_payable,
};

const heldWords: Partial<Record<AccountKind, (inputs: { name: string }) => string>> = {
  fund: m.ledger_of_fund,
  'fund-reserved': m.ledger_of_fund_reserved,
  'fund-payable': m.ledger_of_fund_payable,
  group: m.ledger_of_group,
  'group-payable': m.ledger_of_group_payable,
};

/** What an account is called: with the name of its holder, where there is one. */
export function nameAccount(
  { kind, holderId }: Pick<SeenAccount, 'kind' | 'holderId'>,
  holders: Holders,
): string {
  if (holderId === null) return accountKindWords[kind]();
  const name = holders.get(holderId)?.name ?? m.ledger_holder_gone();
  return heldWords[kind]?.({ name }) ?? accountKindWords[kind]();
}

/** A day `YYYY-MM-DD` in words. */
export const dayWords = (day: string): string => formatDate(new Date(`${day}T12:00:00Z`), 'day');

/** Sentences of every fact of this room. */
export const ledgerFactWords: Record<string, (fact: RecordedFact) => string> = {
  'ledger.entry-reversed': () => m.ledger_fact_reversed(),
  'ledger.settings-saved': () => m.ledger_fact_settings(),
};
