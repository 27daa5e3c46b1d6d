import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BallotKind } from '../../tally/index.ts';
import type { Option } from '../poll.ts';
import { type Envelope, type PollSettings, usualSettings } from '../settings.ts';
import { checkBallot } from './ballot.ts';
import { type BallotFrame, mostPoints } from './ballot-frame.ts';
import { findTrouble, measureBallot } from './ballot-progress.ts';
import { changeBasket, type Gesture, readBasket, writeBasket } from './basket.ts';
import { readSeed, shuffle } from './drawn-order.ts';
import { type Entry, writeEntry } from './entry.ts';
import { type FramedPoll, frameOf } from './frame-of-poll.ts';

const option = (key: string, more: Partial<Option> = {}): Option => ({
  key,
  kind: 'project',
  targetId: key,
  label: key,
  cost: 100_00,
  envelope: 'A',
  zone: null,
  category: null,
  holder: null,
  depositedAt: null,
  ...more,
});

const envelope = (key: string, more: Partial<Envelope> = {}): Envelope => ({
  key,
  label: key,
  amount: 1_000_00,
  oneOf: false,
  minimumChoices: 0,
  maximumChoices: 5,
  limits: {},
  leftTo: null,
  ...more,
});

const FIVE = ['1', '2', '3', '4', '5'].map((key) => option(key));

function makeFrame(
  kind: BallotKind,
  { most = 3, least = 1, ...settings }: Partial<PollSettings> & { most?: number; least?: number },
  options: readonly Option[] = FIVE,
): BallotFrame {
  const usual = usualSettings({ amount: 1_000_00, minimumChoices: least, maximumChoices: most });
  const poll = { kind, minimumChoices: least, maximumChoices: most, options };
  return frameOf({ ...poll, settings: { ...usual, ...settings } });
}

/** What is in the basket after some gestures; a refused one stops everything. */
function act(frame: BallotFrame, ...gestures: Gesture[]) {
  let basket: Entry[] = [];
  for (const gesture of gestures) {
    const change = changeBasket(frame, basket, gesture);
    if (!change.ok) return change;
    basket = change.basket;
  }
  return writeBasket(basket);
}

const add = (key: string): Gesture => ({ act: 'add', key });
const more = (key: string): Gesture => ({ act: 'more', key });
const set = (key: string, points: number | null): Gesture => ({ act: 'set', key, points });

describe('a basket', () => {
  it('R76 takes no fourth project where three are allowed, and the same one once', () => {
    const frame = makeFrame('approval', {});
    expect(act(frame, add('1'), add('2'), add('1'), add('3'))).toBe('1.2.3');
    expect(act(frame, add('1'), add('2'), add('3'), add('4'))).toEqual({
      ok: false,
      refusal: 'over-limit',
      about: 'ballot/choices',
      gap: 1,
    });
    expect(act(frame, add('77'))).toMatchObject({ refusal: 'unknown-option' });
    expect(act(frame, add('1'), add('2'), { act: 'remove', key: '1' })).toBe('2');
  });

  it('holds one choice where one is asked: the next takes its place', () => {
    expect(act(makeFrame('choose-one', {}), add('1'), add('2'))).toBe('2');
  });

  it('refuses what does not fit in the envelope, and says how much is missing', () => {
    const limits = { maxSumCost: 500_00 };
    const options = [option('1', { cost: 300_00 }), option('2', { cost: 212_00 }), option('3')];
    const frame = makeFrame('approval', { envelopes: [envelope('A', { limits })] }, options);
    expect(frame.screen).toBe('knapsack');
    expect(act(frame, add('1'), add('2'))).toMatchObject({ about: 'A/cost', gap: 12_00 });
    expect(act(frame, add('1'), add('3'))).toBe('1.3');
  });

  it('moves a choice up and down among those of its own envelope', () => {
    const options = [...FIVE.slice(0, 3), option('4', { envelope: 'B' })];
    const envelopes = [envelope('A'), envelope('B')];
    const frame = makeFrame('ordinal', { envelopes, most: 4 }, options);
    const four = [add('1'), add('4'), add('2'), add('3')];
    expect(act(frame, ...four, { act: 'up', key: '2' })).toBe('2.4.1.3');
    expect(act(frame, ...four, { act: 'down', key: '2' })).toBe('1.4.3.2');
    expect(act(frame, ...four, { act: 'up', key: '1' })).toBe('1.4.2.3');
    expect(act(frame, ...four, { act: 'up', key: '4' })).toBe('1.4.2.3');
  });

  it('shares points one by one up to the sum and the most of a project; what is typed stays, though too much', () => {
    const limits = { maxSumPoints: 4, maxPoints: 3 };
    const frame = makeFrame('cumulative', { envelopes: [envelope('A', { limits })], most: 5 });
    expect(act(frame, more('1'), more('1'), more('2'))).toBe('1:2.2:1');
    expect(act(frame, set('1', 3), more('1'))).toMatchObject({ refusal: 'points-at-most' });
    expect(act(frame, set('1', 3), more('2'), more('3'))).toMatchObject({
      refusal: 'over-limit',
      about: 'A/points',
    });
    expect(act(frame, set('1', 900))).toBe('1:900');
    expect(act(frame, more('1'), { act: 'less', key: '1' })).toBe('');
    expect(act(frame, more('1'), set('1', 0))).toBe('');
  });

  it('keeps a grade of 0, and refuses one that the scale does not have', () => {
    const frame = makeFrame('judgment', { mentions: ['Bien', 'Assez', 'Peu'], most: 5 });
    expect(act(frame, set('1', 0), set('2', 2), set('2', null))).toBe('1:0');
    expect(act(frame, set('1', 3))).toMatchObject({ refusal: 'unknown-answer' });
  });

  it('chooses in one district at most, and leaves it in one gesture', () => {
    const district = (key: string) => envelope(key, { oneOf: true });
    const options = [option('1'), option('2', { envelope: 'B' }), option('3', { envelope: 'C' })];
    const envelopes = [envelope('A'), district('B'), district('C')];
    const frame = makeFrame('approval', { envelopes, most: 3 }, options);
    expect(act(frame, add('1'), add('2'), add('3'))).toMatchObject({
      refusal: 'other-district',
      about: 'B',
    });
    expect(act(frame, add('1'), add('2'), { act: 'leave', envelope: 'B' }, add('3'))).toBe('1.3');
  });

  it('refuses one more of a group that is full, and says which', () => {
    const options = FIVE.map((one, at) => ({ ...one, category: at < 3 ? 'Nature' : 'Sport' }));
    const groups = [{ by: 'category' as const, name: 'Nature', minimum: 1, maximum: 1 }];
    const frame = makeFrame('approval', { groups }, options);
    expect(act(frame, add('1'), add('2'))).toMatchObject({ about: 'group-0/choices', gap: 1 });
    const measures = measureBallot(frame, [{ key: '4', points: null }]);
    expect(findTrouble(measures)).toMatchObject({ id: 'group-0/choices', state: 'missing' });
  });

  it('never trusts what a cookie holds', () => {
    const frames = [
      makeFrame('approval', {}),
      makeFrame('cumulative', { envelopes: [envelope('A', { limits: { maxSumPoints: 5 } })] }),
      makeFrame('judgment', { mentions: ['Bien', 'Peu'] }),
    ];
    const cookies = fc.oneof(
      fc.string(),
      fc.array(fc.stringMatching(/^[1-7](:[0-9]{1,3})?$/)).map((entries) => entries.join('.')),
    );
    fc.assert(
      fc.property(cookies, fc.constantFrom(...frames), (cookie, frame) => {
        const basket = readBasket(cookie, frame);
        expect(new Set(basket.map(({ key }) => key)).size).toBe(basket.length);
        expect(readBasket(writeBasket(basket), frame)).toEqual(basket);
        for (const { key, points } of basket) {
          expect(frame.options.some((one) => one.key === key)).toBe(true);
          expect(points === null).toBe(frame.screen === 'approval');
        }
      }),
    );
    expect(writeBasket(readBasket('2.99.3.2.1:4', frames[0]!))).toBe('2.3');
    expect(writeBasket(readBasket('2:1.3.1:0.4:7', frames[1]!))).toBe('2:1.4:7');
    expect(writeBasket(readBasket('2:1.3:2.1:0', frames[2]!))).toBe('2:1.1:0');
  });
});

describe('the progress of a ballot', () => {
  const small = fc.integer({ min: 0, max: 3 });
  const kinds = fc.constantFrom<BallotKind>(
    'approval',
    'choose-one',
    'ordinal',
    'cumulative',
    'scoring',
    'judgment',
    'yes-no',
  );
  const envelopes = fc.array(
    fc.record({ oneOf: fc.boolean(), minimumChoices: small, extra: small, least: small }),
    { minLength: 1, maxLength: 3 },
  );
  const terms = fc.record({ kind: kinds, envelopes, minimum: small, extra: small, group: small });
  const choices = fc.array(fc.record({ at: fc.nat(6), points: small }), { maxLength: 7 });

  it('says that a ballot can be cast when, and only when, it is one that goes into the box', () => {
    fc.assert(
      fc.property(terms, choices, fc.boolean(), (drawn, written, money) => {
        const options = FIVE.concat(option('6'), option('7')).map((one, at) => ({
          ...one,
          cost: 100 * (at + 1),
          category: at % 2 ? 'Nature' : null,
          envelope: 'ABC'[at % drawn.envelopes.length]!,
        }));
        const pointed = drawn.kind === 'cumulative' || drawn.kind === 'scoring';
        const poll: FramedPoll = {
          kind: drawn.kind,
          minimumChoices: drawn.minimum,
          maximumChoices: drawn.minimum + drawn.extra + 1,
          options,
          settings: {
            ...usualSettings({ amount: 1, minimumChoices: 0, maximumChoices: 7 }),
            mentions: ['a', 'b', 'c'],
            groups: [{ by: 'category', name: 'Nature', minimum: drawn.group, maximum: 3 }],
            envelopes: drawn.envelopes.map(({ oneOf, minimumChoices, extra, least }, at) =>
              envelope('ABC'[at]!, {
                oneOf,
                minimumChoices,
                maximumChoices: minimumChoices + extra + 1,
                limits: {
                  ...(money && { minSumCost: 100 * least, maxSumCost: 100 * (least + extra + 2) }),
                  ...(pointed && { maxPoints: 2, maxSumPoints: 5, minSumPoints: least }),
                },
              }),
            ),
          },
        };
        const frame = frameOf(poll);
        const cookie = written.map(({ at, points }) =>
          writeEntry({
            key: options[at]!.key,
            points: pointed || frame.topGrade !== null ? points : null,
          }),
        );
        const basket = readBasket(cookie.join('.'), frame);
        const envelopeOf = new Map(options.map((one) => [one.key, one.envelope]));
        const districts = frame.envelopes.filter(({ oneOf }) => oneOf).map(({ key }) => key);
        const used = new Set(basket.map(({ key }) => envelopeOf.get(key)!));
        const ready =
          findTrouble(measureBallot(frame, basket)) === null &&
          districts.filter((key) => used.has(key)).length <= 1 &&
          basket.every(
            ({ key, points }) =>
              (points ?? 0) <= (mostPoints(frame, envelopeOf.get(key)!) ?? Infinity),
          );
        const checked = checkBallot(poll, basket.map(writeEntry));
        expect(ready, JSON.stringify(checked)).toBe(checked.ok);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the order of the options', () => {
  const known = FIVE.map(({ key }) => key);

  it('drawn from a seed is the same each time, and every place is as likely', () => {
    expect(shuffle(known, 7)).toEqual(shuffle(known, 7));
    const first = new Map<string, number>();
    for (let seed = 1; seed <= 5000; seed += 1) {
      const order = shuffle(known, seed * 7919);
      expect([...order].sort()).toEqual(known);
      first.set(order[0]!, (first.get(order[0]!) ?? 0) + 1);
    }
    for (const key of known) expect(first.get(key)).toBeGreaterThan(850);
    expect(['', '0', '-1', '4294967296', 'x', undefined].map((text) => readSeed(text))).toEqual(
      Array(6).fill(null),
    );
  });
});
