/** The sentences of a ballot in the making, for the page and for its script alike. */
import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import type { Poll } from '../poll.ts';
import type { Envelope, GroupLimit, Subject } from '../settings.ts';
import type { BallotFrame } from './ballot-frame.ts';
import { mostPoints } from './ballot-frame.ts';
import type { BallotWords, CountedWords, MeasureWords } from './counted-words.ts';
import { frameOf } from './frame-of-poll.ts';

type Counted = (inputs: { count: number; number: string; subject: Subject }) => string;

/** Both forms of a message, with the figure still open. */
function counted(say: Counted, subject: Subject): CountedWords {
  const number = '{n}';
  return { one: say({ count: 1, number, subject }), other: say({ count: 2, number, subject }) };
}

const always = (words: string): CountedWords => ({ one: words, other: words });

export function ballotWords(poll: Poll, currency: string): BallotWords {
  const frame = frameOf(poll);
  const byEnvelope = <T>(say: (envelope: Envelope) => T): Record<string, T> =>
    Object.fromEntries(poll.settings.envelopes.map((one) => [one.key, say(one)]));
  return {
    tag: getLocale() === 'fr' ? 'fr-FR' : 'en-GB',
    currency,
    scoped: m.ballot_scope({ scope: '{scope}', words: '{words}' }),
    measures: {
      'ballot/choices': wholeBallot(poll, frame),
      'ballot/rest': restOfBallot(poll),
      ...Object.fromEntries(
        poll.settings.envelopes.flatMap((one) => envelopeMeasures(poll, frame, one, currency)),
      ),
      ...Object.fromEntries(
        poll.settings.groups.map((group, at) => [
          `group-${at}/choices`,
          choices(poll, frame, groupName(group), group.maximum ?? 0),
        ]),
      ),
    },
    fit: always(m.ballot_fit_missing({ number: '{n}' })),
    pointsAtMost: byEnvelope(({ key }) =>
      m.ballot_refused_each({ count: mostPoints(frame, key) ?? 0 }),
    ),
    notANumber: byEnvelope(({ key }) => {
      const most = mostPoints(frame, key);
      return most === null
        ? m.ballot_refused_number_any()
        : m.ballot_refused_number({ count: most });
    }),
    otherDistrict: byEnvelope(({ label }) => m.ballot_refused_district({ district: label })),
    unknownOption: m.polls_basket_unknown(),
    unknownAnswer: m.ballot_refused_answer(),
    ranks:
      frame.screen === 'ranking'
        ? Array.from({ length: frame.maximumChoices }, (_, at) => rankWords(at + 1))
        : [],
    unit: counted(m.ballot_points_unit, poll.settings.subject),
    notice: counted(m.ballot_notice, poll.settings.subject),
  };
}

/** « 1er choix », « 2nd choice ». */
export function rankWords(rank: number): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, (inputs: { number: string }) => string>> = {
    one: m.ballot_rank_one,
    two: m.ballot_rank_second,
    few: m.ballot_rank_third,
  };
  const form = new Intl.PluralRules(getLocale(), { type: 'ordinal' }).select(rank);
  return (forms[form] ?? m.ballot_rank_many)({ number: formatNumber(rank) });
}

/** What a group of options is called. */
export function groupName({ by, name }: GroupLimit): string {
  return by === 'category' ? m.ballot_theme({ name }) : m.ballot_district({ name });
}

/** What is counted on each screen. */
function countedOf({ screen }: BallotFrame): Counted {
  switch (screen) {
    case 'approval':
    case 'knapsack':
      return m.ballot_chosen;
    case 'points':
      return m.ballot_pointed;
    case 'ranking':
      return m.ballot_ranked;
    case 'judgment':
      return m.ballot_judged;
    case 'yes-no':
      return m.ballot_answered;
  }
}

function firstWords({ screen }: BallotFrame, subject: Subject): string {
  switch (screen) {
    case 'approval':
    case 'knapsack':
      return m.ballot_first_choose({ subject });
    case 'points':
      return m.ballot_first_points({ subject });
    case 'ranking':
      return m.ballot_first_rank({ subject });
    case 'judgment':
      return m.ballot_first_judge({ subject });
    case 'yes-no':
      return m.ballot_first_answer();
  }
}

/** « 3 projets choisis », out of so many where there is a number to reach or not to pass. */
function outOf(words: CountedWords, total: number | null): CountedWords {
  if (total === null) return words;
  const of = (part: string) => m.ballot_all_of({ part, total: formatNumber(total) });
  return { one: of(words.one), other: of(words.other) };
}

function wholeBallot(poll: Poll, frame: BallotFrame): MeasureWords {
  const { subject } = poll.settings;
  const total = frame.options.length;
  const limited = frame.maximumChoices < total || frame.topGrade !== null;
  const words = choices(poll, frame, null, frame.maximumChoices);
  return {
    ...words,
    value: outOf(
      words.value,
      limited ? (frame.topGrade !== null ? total : frame.maximumChoices) : null,
    ),
    states: {
      ...words.states,
      full: always(frame.screen === 'ranking' ? m.ballot_full_rank() : m.ballot_full()),
      free: always(''),
      ...(frame.minimumChoices === 1 && { missing: always(firstWords(frame, subject)) }),
    },
  };
}

function choices(poll: Poll, frame: BallotFrame, scope: string | null, most: number): MeasureWords {
  const { subject } = poll.settings;
  const left = frame.screen === 'ranking' ? m.ballot_left_rank : m.ballot_left_choose;
  const full = frame.screen === 'points' ? m.ballot_refused_pointed : m.ballot_refused_full;
  return {
    scope,
    value: counted(countedOf(frame), subject),
    states: {
      missing: counted(m.ballot_missing, subject),
      over: counted(m.ballot_over, subject),
      left: counted(left, subject),
      full: always(m.ballot_enough()),
      free: always(m.ballot_enough()),
    },
    refused: always(full({ count: most, subject })),
  };
}

/** What is not judged or not answered, and what that means. */
function restOfBallot({ settings }: Poll): MeasureWords {
  const { subject, mentions } = settings;
  const mention = defaultMention(settings);
  const judging = mentions.length > 0;
  const left: Counted = judging
    ? (inputs) => m.ballot_rest_judgment({ ...inputs, mention })
    : m.ballot_rest_answers;
  const none = judging ? m.ballot_rest_judgment_none() : m.ballot_rest_answers_none();
  const words = counted(left, subject);
  return {
    scope: null,
    value: words,
    states: { left: words, full: always(none) },
    refused: always(''),
  };
}

/** What an option that is not judged counts as; mentions are written best first, grades from 0. */
export function defaultMention({
  mentions,
  defaultGrade,
}: Pick<Poll['settings'], 'mentions' | 'defaultGrade'>): string {
  return mentions[mentions.length - 1 - defaultGrade] ?? '';
}

function envelopeMeasures(
  poll: Poll,
  frame: BallotFrame,
  { key, label, maximumChoices, limits }: Envelope,
  currency: string,
): [string, MeasureWords][] {
  const { subject } = poll.settings;
  const alone = poll.settings.envelopes.length === 1;
  const scope = alone ? null : label;
  const { minSumCost, maxSumCost, maxSumPoints } = limits;
  const money = m.ballot_cost_of({ number: '{n}' });
  const used =
    maxSumCost === undefined
      ? money
      : m.ui_envelope_used({ used: '{n}', total: formatMoney(maxSumCost, currency) });
  return [
    [`${key}/choices`, choices(poll, frame, scope, maximumChoices)],
    [
      `${key}/cost`,
      {
        scope,
        value: always(used),
        states: {
          missing: always(m.ballot_missing_cost({ number: '{n}' })),
          over: always(m.ui_envelope_over({ over: '{n}' })),
          left: always(m.ui_envelope_left({ left: '{n}' })),
          full: always(m.ui_envelope_exact()),
          free: always(minSumCost === undefined ? '' : m.ballot_enough()),
        },
        refused: always(m.ballot_refused_cost({ number: '{n}' })),
      },
    ],
    [
      `${key}/points`,
      {
        scope,
        value: outOf(counted(m.ballot_points_given, subject), maxSumPoints ?? null),
        states: {
          missing: counted(m.ballot_missing_points, subject),
          over: counted(m.ballot_over_points, subject),
          left: counted(m.ballot_left_points, subject),
          full: always(m.ballot_full_points()),
          free: always(m.ballot_enough()),
        },
        refused: always(m.ballot_refused_points()),
      },
    ],
  ];
}
