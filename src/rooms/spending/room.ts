import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { bankAgainRoutes } from './bank-again.routes.tsx';
import { countBudgetsToDecide } from './budget.store.ts';
import { flagBudgets } from './budget-decision.store.ts';
import { deskBudgetRoutes } from './desk-budgets.routes.tsx';
import { groupBudgetRoutes } from './group-budgets.routes.tsx';
import {
  eraseSpender,
  listOwnBankPapers,
  SPENDING_COLUMNS,
  spendingRows,
} from './personal.store.ts';
import { countForDesk } from './requests/desk-list.store.ts';
import { requestRoutes } from './requests/index.routes.ts';
import { requestNotices } from './requests/notices.page.ts';
import { findSpendingSubjects, relateSpending } from './requests/related.routes.ts';
import { spendingJobs } from './spending.jobs.ts';

const flag: NonNullable<Room['readers']>[string] = async (fact, { db }) => {
  if (fact.subject.id !== null)
    await flagBudgets(db, fact.organisationId, fact.subject.id, fact.recordedAt);
};

/** Provisional budgets and spending requests of groups. */
export const spendingRoom: Room = {
  name: 'spending',
  routes: [...groupBudgetRoutes, ...deskBudgetRoutes, ...requestRoutes, ...bankAgainRoutes],
  jobs: spendingJobs,
  findRelated: relateSpending,
  findEntrySubjects: findSpendingSubjects,
  readers: { 'group.certification-lost': flag, 'group.certification-withdrawn': flag },
  personalData: {
    columns: SPENDING_COLUMNS,
    sections: [
      {
        key: 'spending-requests',
        title: m.spending_personal_requests,
        read: spendingRows.requests,
      },
      {
        key: 'spending-documents',
        title: m.spending_personal_documents,
        read: spendingRows.documents,
      },
    ],
    files: listOwnBankPapers,
    erase: eraseSpender,
  },
  notices: {
    ...requestNotices,
    'budget-saved': { tone: 'success', words: m.budgets_notice_saved },
    'budget-sent': { tone: 'success', words: m.budgets_notice_sent },
    'budget-discarded': { tone: 'success', words: m.budgets_notice_discarded },
    'budget-decided': { tone: 'success', words: m.budgets_notice_decided },
    'bank-given-again': { tone: 'success', words: m.spending_again_notice_given },
    'bank-confirmed': { tone: 'success', words: m.spending_again_notice_confirmed },
    'budget-not-now': { tone: 'warning', words: m.budgets_problem_not_now },
  },
  async listFinanceTasks(db, organisationId) {
    const { submitted, flagged } = await countBudgetsToDecide(db, organisationId);
    const requests = await countForDesk(db, organisationId);
    const address = urls.financeBudgets();
    return [
      { label: m.spending_task_flagged, count: flagged, address },
      { label: m.spending_task_budgets, count: submitted, address },
      {
        label: m.requests_desk_task,
        count: requests.get('finance-review') ?? 0,
        address: urls.financeRequests(),
      },
    ];
  },
};
