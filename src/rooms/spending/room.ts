import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { countBudgetsToDecide } from './budget.store.ts';
import { flagBudgets } from './budget-decision.store.ts';
import {
  eraseSpender,
  listOwnBankPapers,
  SPENDING_COLUMNS,
  spendingRows,
} from './personal.store.ts';
import { spendingJobs } from './spending.jobs.ts';

const flag: NonNullable<Room['readers']>[string] = async (fact, { db }) => {
  if (fact.subject.id !== null)
    await flagBudgets(db, fact.organisationId, fact.subject.id, fact.recordedAt);
};

/** Provisional budgets and spending requests of groups. */
export const spendingRoom: Room = {
  name: 'spending',
  routes: [],
  jobs: spendingJobs,
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
  async listFinanceTasks(db, organisationId) {
    const { submitted, flagged } = await countBudgetsToDecide(db, organisationId);
    const address = urls.financeBudgets();
    return [
      { label: m.spending_task_flagged, count: flagged, address },
      { label: m.spending_task_budgets, count: submitted, address },
    ];
  },
};
