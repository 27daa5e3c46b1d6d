import * as m from '../../../paraglide/messages.js';
import type { Database } from '../../../platform/database/database.ts';
import type { RelatedLink, Target } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findGroupById } from '../../groups/index.ts';
import { findBudgetById } from '../budget.store.ts';
import { findRequestById } from '../request.store.ts';

/** On the page of a group, for its members: what it plans to spend, and what it asks to be paid. */
export async function relateSpending(
  db: Database,
  organisationId: string,
  { kind, id }: Target,
): Promise<RelatedLink[]> {
  const group = kind === 'group' ? await findGroupById(db, organisationId, id) : null;
  if (!group) return [];
  const at = { group: group.slug };
  return [
    {
      label: m.requests_related_budgets(),
      title: m.budgets_title(),
      href: urls.groupBudgets(at),
    },
    {
      label: m.requests_related_requests(),
      title: m.requests_title(),
      href: urls.groupRequests(at),
    },
  ];
}

/** The request or the budget that an entry of the ledger is about, as the desk sees it. */
export async function findSpendingSubjects(
  db: Database,
  organisationId: string,
  { kind, id }: { kind: string; id: string },
): Promise<RelatedLink[]> {
  if (kind === 'spending-request') {
    const request = await findRequestById(db, organisationId, id);
    if (!request) return [];
    const { number, title } = request;
    return [
      {
        label: m.requests_subject({ number: String(number) }),
        title: title || m.requests_subject({ number: String(number) }),
        href: urls.financeRequest({ request: String(number) }),
      },
    ];
  }
  const budget = kind === 'spending-budget' ? await findBudgetById(db, organisationId, id) : null;
  if (!budget) return [];
  return [
    {
      label: m.requests_subject_budget(),
      title: m.requests_subject_budget_number({ number: String(budget.number) }),
      href: urls.financeBudget({ budget: String(budget.number) }),
    },
  ];
}
