import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Awaited,
  findFresh,
  type Movement,
  matchExactly,
  readReturnCode,
  suggestMatch,
} from './matching.ts';

const payment = (number: number, more: Partial<Awaited> = {}): Awaited => ({
  id: `payment-${number}`,
  endToEndId: `PALABRE-${number}-1`,
  amount: 24_000,
  label: 'Demande 12 Tracts Lilas',
  state: 'sent',
  ...more,
});
const movement = (more: Partial<Movement> = {}): Movement => ({
  id: 'line',
  day: '2026-11-20',
  amount: -24_000,
  endToEndId: 'PALABRE-1-1',
  words: '',
  returned: false,
  ...more,
});
const matched = (one: Movement, awaited: readonly Awaited[]) =>
  matchExactly([one], awaited).map(({ paymentId, kind }) => `${kind} ${paymentId}`);

describe('movements and payments', () => {
  it('R22 our id and the very amount settle a payment; one of both does not', () => {
    const awaited = [payment(1), payment(2)];
    expect(matched(movement(), awaited)).toEqual(['paid payment-1']);
    expect(matched(movement({ amount: -23_999 }), awaited)).toEqual([]);
    expect(matched(movement({ amount: 24_000 }), awaited)).toEqual([]);
    expect(matched(movement({ endToEndId: 'PALABRE-9-1' }), awaited)).toEqual([]);
    expect(matched(movement(), [payment(1, { state: 'paid' })])).toEqual([]);
  });

  it('R22 the id is found in the words of a bank that does not repeat it, whole', () => {
    const said = (words: string) => movement({ endToEndId: '', words });
    expect(matched(said('VIR SEPA REF palabre-1-1 ROSA'), [payment(1)])).toHaveLength(1);
    expect(matched(said('PALABRE-1-1'), [payment(1)])).toHaveLength(1);
    expect(matched(said('VIR PALABRE-1-12'), [payment(1)])).toEqual([]);
    expect(matched(said('VIR XPALABRE-1-1'), [payment(1)])).toEqual([]);
    expect(matched(said('PALABRE-1-12 PALABRE-1-1'), [payment(1)])).toHaveLength(1);
  });

  it('R22 what comes back is a return, of a payment that is paid or was about to be', () => {
    const back = movement({ amount: 24_000, returned: true });
    expect(matched(back, [payment(1, { state: 'paid' })])).toEqual(['returned payment-1']);
    expect(matched(back, [payment(1)])).toEqual(['returned payment-1']);
    const both = matchExactly([{ ...back, id: 'back' }, movement()], [payment(1)]);
    expect(both.map(({ kind }) => kind)).toEqual(['paid', 'returned']);
  });

  it('R22 a payment is settled once, however often the bank tells it', () => {
    const twice = [movement({ id: 'one' }), movement({ id: 'two' })];
    expect(matchExactly(twice, [payment(1)])).toHaveLength(1);
  });

  it('R22 without an id the only payment of that amount is suggested, or the one whose words are there', () => {
    const said = (words: string) => movement({ endToEndId: '', words });
    const awaited = [payment(1), payment(2, { label: 'Demande 13 Affiches Pantin' })];
    expect(suggestMatch(said(''), [payment(1)])?.paymentId).toBe('payment-1');
    expect(suggestMatch(said('VIR'), awaited)).toBeNull();
    expect(suggestMatch(said('VIR DEMANDE 13 AFFICHÉS PANTIN'), awaited)).toMatchObject({
      paymentId: 'payment-2',
    });
    expect(suggestMatch({ ...said(''), amount: -1 }, awaited)).toBeNull();
  });

  it('R22 the code of a return is read among words', () => {
    expect(readReturnCode('VIR REJETE AC04')).toBe('AC04');
    expect(readReturnCode('AC049')).toBeNull();
  });
});

describe('statements that overlap', () => {
  const line = (words: string, bankReference = '') => ({
    day: '2026-11-20',
    amount: -100,
    bankReference,
    endToEndId: '',
    words,
  });

  it('R22 a reference is taken in once; without one, alike movements are counted', () => {
    expect(findFresh([line('a', 'R1'), line('b', 'R2')], [line('x', 'R1')])).toHaveLength(1);
    expect(findFresh([line('a'), line('a')], [])).toHaveLength(2);
    expect(findFresh([line('a'), line('a'), line('b')], [line('a')])).toHaveLength(2);
    expect(findFresh([line('a')], [line('a'), line('a')])).toHaveLength(0);
  });

  it('R22 in whatever order files come, as many are kept as the fullest of them has', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (files) => {
        let kept: ReturnType<typeof line>[] = [];
        for (const file of files) {
          const lines = file.map((one) => line(one));
          kept = [...kept, ...findFresh(lines, kept)];
          expect(findFresh(lines, kept)).toEqual([]);
        }
        for (const word of ['a', 'b', 'c']) {
          const most = Math.max(0, ...files.map((file) => file.filter((w) => w === word).length));
          expect(kept.filter((one) => one.words === word)).toHaveLength(most);
        }
      }),
    );
  });
});
