import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const ofBudget =
  (words: (inputs: { number: string; group: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({
      number: String(detail.number ?? ''),
      group: typeof detail.name === 'string' ? detail.name : '',
    });

const ofRequest =
  (words: (inputs: { number: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ number: String(detail.number ?? '') });

/** Sentences of every fact of this room. */
export const spendingFactWords: Record<string, (fact: RecordedFact) => string> = {
  'spending-budget.submitted': ofBudget(m.spending_fact_budget_submitted),
  'spending-budget.info-asked': ofBudget(m.spending_fact_budget_info_asked),
  'spending-budget.validated': ofBudget(m.spending_fact_budget_validated),
  'spending-budget.refused': ofBudget(m.spending_fact_budget_refused),
  'spending-budget.flagged': ofBudget(m.spending_fact_budget_flagged),
  'spending-budget.kept': ofBudget(m.spending_fact_budget_kept),
  'spending-budget.released': ofBudget(m.spending_fact_budget_released),
  'spending-budget.consumed': ofBudget(m.spending_fact_budget_consumed),
  'spending-request.opened': ofRequest(m.spending_fact_request_opened),
  'spending-request.taken-back': ofRequest(m.spending_fact_request_taken_back),
  'spending-request.deleted': ofRequest(m.spending_fact_request_deleted),
  'spending-request.peer-review': ofRequest(m.spending_fact_request_peer),
  'spending-request.finance-review': ofRequest(m.spending_fact_request_finance),
  'spending-request.info-needed': ofRequest(m.spending_fact_request_info),
  'spending-request.validated': ofRequest(m.spending_fact_request_validated),
  'spending-request.to-pay': ofRequest(m.spending_fact_request_to_pay),
  'spending-request.paid': ofRequest(m.spending_fact_request_paid),
  'spending-request.bank-asked': ofRequest(m.spending_fact_bank_asked),
  'spending-request.bank-given': ofRequest(m.spending_fact_bank_given),
  'spending-request.bank-confirmed': ofRequest(m.spending_fact_bank_confirmed),
  'spending-request.refused': ofRequest(m.spending_fact_request_refused),
};
