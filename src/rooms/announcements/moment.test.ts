import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Phase, Step } from '../spaces/index.ts';
import { type Calendar, isDue, MOMENTS, READERS, windowOf } from './moment.ts';
import { sendingOf } from './sending.ts';
import { checkWords, NO_WORDS, readWords } from './words.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.UTC(2027, 0, 4, 8);
const day = (days: number) => new Date(start + days * DAY);
const phase = (step: Step, from: number, to: number | null): Phase => ({
  step,
  startsAt: day(from),
  endsAt: to === null ? null : day(to),
});
const calendar = (change: Partial<Calendar['edition']> = {}, collection = 56): Calendar => ({
  edition: {
    phases: [phase('collection', 0, collection), phase('study', collection, 120)],
    openedAt: day(-10),
    archivedAt: null,
    ...change,
  },
  poll: null,
});
const vote = (state: NonNullable<Calendar['poll']>['state'], publishedAt: Date | null = null) => ({
  ...calendar(),
  poll: { state, opensAt: day(140), closesAt: day(168), publishedAt },
});

describe('when a step is written about', () => {
  it.each([
    ['collection-opens', calendar(), -0.01, false],
    ['collection-opens', calendar(), 0, true],
    ['collection-opens', calendar(), 2.99, true],
    ['collection-opens', calendar(), 3, false],
    // opened late: from then on
    ['collection-opens', calendar({ openedAt: day(10) }), 9, false],
    ['collection-opens', calendar({ openedAt: day(10) }), 11, true],
    ['collection-opens', calendar({ openedAt: null }), 1, false],
    ['collection-opens', calendar({ archivedAt: day(0) }), 1, false],
    ['collection-closes-soon', calendar(), 48.99, false],
    ['collection-closes-soon', calendar(), 49, true],
    // a date brought near is still told, until the end
    ['collection-closes-soon', calendar(), 55.9, true],
    ['collection-closes-soon', calendar(), 56, false],
    ['collection-closes-soon', calendar({}, 10), 7.9, false],
    ['collection-closes-soon', calendar({}, 10), 8, true],
    ['collection-closed', calendar(), 55.9, false],
    ['collection-closed', calendar(), 56, true],
    ['collection-closed', calendar(), 59, false],
    ['vote-opens', calendar(), 141, false],
    ['vote-opens', vote('waiting'), 139, false],
    ['vote-opens', vote('open'), 140, true],
    ['vote-opens', vote('locked'), 141, false],
    ['vote-closes-soon', vote('open'), 164.9, false],
    ['vote-closes-soon', vote('open'), 165, true],
    ['vote-closed', vote('closed'), 168, true],
    ['vote-closed', vote('counted'), 168, false],
    ['results-out', vote('counted'), 170, false],
    ['results-out', vote('published', day(170)), 170, true],
    ['results-out', vote('published', day(170)), 173, false],
  ] as const)('R134 %s, %o, on day %d: %s', (moment, given, at, due) => {
    expect(isDue(moment, given, day(at))).toBe(due);
  });

  it('nothing is ever due before its window nor after, whatever the dates', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MOMENTS),
        fc.integer({ min: -5, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: -50, max: 300 }),
        (moment, opened, length, at) => {
          const given = calendar({ openedAt: day(opened) }, length);
          const window = windowOf(moment, given);
          if (!isDue(moment, given, day(at))) return;
          expect(window!.from.getTime()).toBeLessThan(window!.until.getTime());
          expect(day(at).getTime()).toBeGreaterThanOrEqual(day(opened).getTime());
        },
      ),
    );
  });

  it('residents have their own reminder before the close of a vote: it is not doubled (decision 014)', () => {
    expect(READERS['vote-closes-soon']).toEqual(['officers']);
  });

  it('the office is told where each stands', () => {
    const now = day(50);
    expect(sendingOf('collection-opens', calendar(), [], now)).toEqual({ kind: 'past' });
    expect(sendingOf('collection-closed', calendar(), [], now)).toEqual({
      kind: 'expected',
      at: day(56),
    });
    expect(sendingOf('results-out', calendar(), [], now)).toEqual({ kind: 'unknown' });
    const begun = { moment: 'collection-opens', written: 7, endedAt: null } as const;
    expect(sendingOf('collection-opens', calendar(), [begun], now)).toEqual({
      kind: 'going',
      written: 7,
    });
    expect(sendingOf('collection-opens', calendar(), [{ ...begun, endedAt: day(1) }], now)).toEqual(
      { kind: 'ended', at: day(1), written: 7 },
    );
  });
});

describe('the office’s own words', () => {
  it('W13 a subject is one line of 120 characters, as people count them', () => {
    const of = (subject: string) =>
      checkWords({ ...NO_WORDS, fr: { subject, paragraph: '' } }).map(({ refusal }) => refusal);
    expect(of('Déposez\r\nBcc: x@exemple.fr')).toEqual(['several-lines']);
    expect(of('Déposez\u2028vos idées')).toEqual(['several-lines']);
    expect(of('👩‍👩‍👧'.repeat(10))).toEqual([]);
    expect(of('x'.repeat(121))).toEqual(['too-long']);
    expect(of('')).toEqual([]);
  });

  it('what was kept has every place filled', () => {
    expect(readWords(null)).toEqual(NO_WORDS);
    expect(readWords({ fr: { subject: 'Bonjour' } }).fr).toEqual({
      subject: 'Bonjour',
      paragraph: '',
    });
  });
});
