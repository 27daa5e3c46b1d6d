import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEnvelope, readStopToken, sealEnvelope, writeStopToken } from './reminder.crypto.ts';
import { cutBatches, FEWEST, mayLeave, offerReminder, type ReminderFacts } from './reminder.ts';

const HOUR = 3_600_000;

describe('when reminders leave', () => {
  it.each([
    ['close', 49, 500, false, false],
    ['close', 48, 500, false, true],
    ['close', 48, 9, false, false],
    ['close', 48, 10, false, true],
    // tried again after a batch: the rest does not wait
    ['close', 40, 3, true, true],
    ['close', 26, 9, false, false],
    ['close', 25, 1, false, true],
    ['asked', 47, 500, false, false],
    ['asked', 25, 1, false, true],
  ] as const)(
    '%s, %i h before the close, %i people, begun %s: %s',
    (kind, left, due, begun, leaves) => {
      expect(mayLeave(kind, { left: left * HOUR, due, begun })).toBe(leaves);
    },
  );

  it('batches hold everyone once, and never fewer than ten beside others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 400 }), (things) => {
        const batches = cutBatches(things, 50, FEWEST);
        expect(batches.flat()).toEqual(things);
        if (batches.length > 1)
          for (const batch of batches) expect(batch.length).toBeGreaterThanOrEqual(FEWEST);
      }),
    );
  });
});

describe('what the page of a vote offers', () => {
  const facts: ReminderFacts = {
    state: 'open',
    left: 72 * HOUR,
    hasVoted: false,
    refusal: null,
    agreed: false,
    asked: false,
    begun: new Set(),
  };
  it.each<[Partial<ReminderFacts>, ReturnType<typeof offerReminder>]>([
    [{}, 'may-ask'],
    [{ asked: true }, 'asked'],
    [{ asked: true, begun: new Set(['asked'] as const) }, null],
    [{ agreed: true }, 'by-account'],
    [{ agreed: true, begun: new Set(['close'] as const) }, null],
    [{ agreed: true, refusal: 'identity-not-declared' }, 'may-ask'],
    [{ left: 30 * HOUR, begun: new Set(['close'] as const) }, 'may-ask'],
    [{ left: 24 * HOUR }, null],
    [{ refusal: 'identity-not-declared' }, 'may-ask'],
    [{ refusal: 'too-young' }, null],
    [{ refusal: 'not-a-resident' }, null],
    [{ hasVoted: true, asked: true }, null],
    [{ state: 'closed' }, null],
  ])('%o: %s', (given, offer) => {
    expect(offerReminder({ ...facts, ...given })).toBe(offer);
  });
});

describe('envelopes and tokens', () => {
  const key = Buffer.alloc(32, 7);
  const id = '0b6f3a52-6a3c-4e57-9d0e-0a1b2c3d4e5f';

  it('an envelope opens with its key only, and two to one person are not alike', () => {
    const sealed = sealEnvelope(key, id);
    expect(openEnvelope(key, sealed)).toBe(id);
    expect(sealEnvelope(key, id)).not.toBe(sealed);
    expect(openEnvelope(Buffer.alloc(32, 8), sealed)).toBeNull();
    expect(openEnvelope(key, '')).toBeNull();
    expect(openEnvelope(key, sealed.slice(0, -2))).toBeNull();
  });

  it('W4 a token is of one account in one organisation', () => {
    const token = writeStopToken(key, 'one', id);
    expect(readStopToken(key, 'one', token)).toBe(id);
    expect(readStopToken(key, 'other', token)).toBeNull();
    const last = token.at(-1) === '0' ? '1' : '0';
    for (const wrong of [token.slice(0, -1) + last, token.toUpperCase(), `${token}0`, id, ''])
      expect(readStopToken(key, 'one', wrong)).toBeNull();
  });
});
