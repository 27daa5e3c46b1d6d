import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const ofBatch =
  (words: (inputs: { number: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ number: String(detail.number ?? '') });

const ofPayment =
  (words: (inputs: { id: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ id: String(detail.endToEndId ?? '') });

/** Sentences of every fact of this room. */
export const paymentFactWords: Record<string, (fact: RecordedFact) => string> = {
  'payment.account-saved': ({ detail }) =>
    m.payments_fact_account({ account: String(detail.ibanLast4 ?? '') }),
  'payment.batch-made': ofBatch(m.payments_fact_made),
  'payment.batch-read': ofBatch(m.payments_fact_read),
  'payment.batch-cancelled': ofBatch(m.payments_fact_cancelled),
  'payment.settled': ofPayment(m.payments_fact_settled),
  'payment.returned': ofPayment(m.payments_fact_returned),
  'statement.imported': ({ detail }) =>
    m.payments_fact_imported({ count: Number(detail.fresh ?? 0) }),
};
