import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { batchRoutes } from './batch.routes.tsx';
import { countOpenLines } from './line.store.ts';
import { lineRoutes } from './lines.routes.tsx';
import { payerAccountRoutes } from './payer-accounts.routes.tsx';
import { paymentJobs } from './payment.jobs.ts';
import { statementRoutes } from './statements.routes.tsx';
import { countPaymentTasks, listBatchesOf } from './tasks.store.ts';
import { transferRoutes } from './transfers.routes.tsx';

/** Transfers to whom a movement owes, and what its bank says of them. */
export const paymentsRoom: Room = {
  name: 'payments',
  routes: [
    ...payerAccountRoutes,
    ...transferRoutes,
    ...batchRoutes,
    // before statements, whose address would take theirs for an id
    ...lineRoutes,
    ...statementRoutes,
  ],
  jobs: paymentJobs,
  async findEntrySubjects(db, organisationId, { kind, id }) {
    if (kind !== 'spending-request') return [];
    const numbers = await listBatchesOf(db, organisationId, id);
    return numbers.map((number) => ({
      label: m.payments_subject(),
      title: m.payments_batch_number({ number: String(number) }),
      href: urls.transferBatch({ batch: String(number) }),
    }));
  },
  async listFinanceTasks(db, organisationId) {
    const [{ usual, campaign, waiting }, open] = await Promise.all([
      countPaymentTasks(db, organisationId),
      countOpenLines(db, organisationId),
    ]);
    return [
      { label: m.payments_task_to_pay, count: usual, address: urls.transfers() },
      {
        label: m.payments_task_campaign,
        count: campaign,
        address: urls.transfers({ compte: 'campagne' }),
      },
      { label: m.payments_task_waiting, count: waiting, address: urls.transfers() },
      { label: m.payments_task_lines, count: open, address: urls.bankLines() },
    ];
  },
  notices: {
    'payer-account-saved': { tone: 'success', words: m.payments_notice_account },
    'batch-made': { tone: 'success', words: m.payments_notice_made },
    'batch-cancelled': { tone: 'success', words: m.payments_notice_cancelled },
    'payments-settled': { tone: 'success', words: m.payments_notice_settled },
    'payment-rejected': { tone: 'success', words: m.payments_notice_rejected },
    'statement-imported': { tone: 'success', words: m.payments_notice_imported },
    'statement-known': { tone: 'info', words: m.payments_notice_known },
    'line-matched': { tone: 'success', words: m.payments_notice_matched },
    'line-aside': { tone: 'success', words: m.payments_notice_aside },
  },
};
