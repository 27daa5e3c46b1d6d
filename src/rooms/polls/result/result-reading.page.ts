/** What the pages of a result say the same way: names, addresses and amounts of one poll. */
import * as m from '../../../paraglide/messages.js';
import { formatMoney } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Fraction } from '../../tally/index.ts';
import type { Poll } from '../poll.ts';
import { subjectWords } from '../subject-words.page.ts';
import { roundTo } from './fractions.ts';

export interface Reading {
  poll: Poll;
  subject: (typeof subjectWords)['projects'];
  /** Whether amounts are at stake at all. */
  money: boolean;
  /** Three letters (ISO 4217). */
  currency: string;
  label: (key: string) => string;
  /** « Le verger partagé », or somebody's name. */
  about: (key: string) => string;
  costOf: (key: string) => number;
  /** Where it is presented; people and questions have no page. */
  href: (key: string) => string | undefined;
  /** An amount, in whole cents or as an exact share of them (shown to the nearest cent). */
  say: (cents: number | Fraction) => string;
  /** A grade by position from the worst. */
  mention: (grade: number) => string;
}

export function openReading(edition: Pick<Edition, 'slug' | 'currency'>, poll: Poll): Reading {
  const options = new Map(
    poll.options.map((option, at) => [option.key, { ...option, number: at + 1 }]),
  );
  const { mentions, subject } = poll.settings;
  const label = (key: string) => options.get(key)?.label ?? key;
  return {
    poll,
    subject: subjectWords[subject],
    money: poll.envelope > 0 || poll.options.some(({ cost }) => cost > 0),
    currency: edition.currency,
    label,
    about: (key) => (subject === 'people' ? label(key) : m.results_about({ title: label(key) })),
    costOf: (key) => options.get(key)?.cost ?? 0,
    href(key) {
      const option = options.get(key);
      if (!option || subject !== 'projects') return undefined;
      const project = numberedSegment(option.number, option.label);
      return urls.project({ edition: edition.slug, project });
    },
    say: (cents) =>
      formatMoney(typeof cents === 'number' ? cents : roundTo(cents), edition.currency),
    mention: (grade) => mentions.at(-1 - grade) ?? '',
  };
}
