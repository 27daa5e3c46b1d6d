import * as m from '../../../paraglide/messages.js';
import type { RecordedFact } from '../../../platform/journal/journal.ts';
import { formatMoney } from '../../../ui/format.ts';
import { counted } from './words.page.ts';

const amountOf = ({ detail }: RecordedFact): string =>
  formatMoney(typeof detail.amount === 'number' ? detail.amount : 0);

/** Sentences of every fact of donations. */
export const donationFactWords: Record<string, (fact: RecordedFact) => string> = {
  'donation.entered': (fact) => m.donations_fact_entered({ amount: amountOf(fact) }),
  'donation.taken-back': (fact) => m.donations_fact_taken_back({ amount: amountOf(fact) }),
  'donations.imported': (fact) =>
    m.donations_fact_imported({
      ...counted(Number(fact.detail.count ?? 0)),
      amount: amountOf(fact),
    }),
  'solidarity.given': (fact) =>
    m.donations_fact_given({ name: String(fact.detail.name ?? ''), amount: amountOf(fact) }),
};
