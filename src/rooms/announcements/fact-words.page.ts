import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { MOMENTS } from './moment.ts';
import { momentWords } from './moment-words.page.ts';

type Tell = (
  fact: RecordedFact,
  context: { editions: ReadonlyMap<string, { title: string }> },
) => string;

const inputs: (...told: Parameters<Tell>) => { moment: string; edition: string } = (
  { detail, subject },
  { editions },
) => {
  const moment = MOMENTS.find((one) => one === detail.moment);
  return {
    moment: moment ? momentWords[moment].name() : '',
    edition: editions.get(subject.id ?? '')?.title ?? '',
  };
};

/** Sentences of every fact of this room. */
export const announcementFactWords: Record<string, Tell> = {
  'announcement.words-changed': (...told) => m.announce_fact_words(inputs(...told)),
  'announcement.sent': (...told) =>
    m.announce_fact_sent({ ...inputs(...told), count: Number(told[0].detail.count) }),
};
