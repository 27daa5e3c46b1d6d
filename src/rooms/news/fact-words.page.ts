import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { formatDateTime } from '../../ui/format.ts';
import { heldWords } from './letters/newsletter-words.page.ts';
import type { HeldFor } from './letters/plan.ts';

type Tell = (fact: RecordedFact) => string;

const text = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value);
const letter: (fact: RecordedFact) => { subject: string; count: number } = ({ detail }) => ({
  subject: text(detail.subject),
  count: Number(detail.count) || 0,
});

/** Sentences of every fact of this room. */
export const newsFactWords: Record<string, Tell> = {
  'news.published': ({ detail }) =>
    m.news_fact_published({
      title: text(detail.title),
      from: formatDateTime(new Date(text(detail.from))),
    }),
  'news.withdrawn': ({ detail }) =>
    m.news_fact_withdrawn({ title: text(detail.title), reason: text(detail.reason) }),
  'newsletter.planned': (fact) =>
    m.newsletter_fact_planned({
      subject: text(fact.detail.subject),
      date: formatDateTime(new Date(text(fact.detail.at))),
    }),
  'newsletter.unplanned': ({ detail }) =>
    m.newsletter_fact_unplanned({ subject: text(detail.subject) }),
  'newsletter.held': ({ detail }) =>
    m.newsletter_fact_held({
      subject: text(detail.subject),
      why: heldWords[detail.why as HeldFor]?.() ?? '',
    }),
  'newsletter.begun': (fact) => m.newsletter_fact_begun(letter(fact)),
  'newsletter.sent': (fact) => m.newsletter_fact_sent(letter(fact)),
  'newsletter.stopped': (fact) => m.newsletter_fact_stopped(letter(fact)),
};
