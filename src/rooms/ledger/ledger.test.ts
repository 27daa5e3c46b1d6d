import { describe, expect, it } from 'vitest';
import {
  ACCOUNT_KINDS,
  type AccountRef,
  allowsPair,
  type Entry,
  HOLDERS,
  isAboveFloor,
  RECORDED_KINDS,
  refuseEntries,
} from './ledger.ts';

const fund: AccountRef = { kind: 'fund', holderId: 'f' };
const reserved: AccountRef = { kind: 'fund-reserved', holderId: 'f' };
const entry = (more: Partial<Entry> = {}): Entry => ({
  kind: 'budget-reserved',
  from: fund,
  to: reserved,
  amount: 300_00,
  ...more,
});
const with500 = new Map([['fund:f', 500_00]]);
const refuse = (...entries: Entry[]) => refuseEntries(with500, new Set(['seen']), entries);

describe('what an entry may be', () => {
  it('R25 an amount is whole cents above zero', () => {
    for (const amount of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(refuse(entry({ amount }))).toBe('not-an-amount');
    expect(refuse(entry({ amount: 1 }))).toBeNull();
  });

  it('R25 each kind goes between the accounts it is for, of one holder', () => {
    expect(allowsPair(entry())).toBe(true);
    expect(allowsPair(entry({ to: { kind: 'fund-reserved', holderId: 'other' } }))).toBe(false);
    expect(allowsPair(entry({ from: reserved, to: fund }))).toBe(false);
    expect(allowsPair(entry({ from: { kind: 'fund' } }))).toBe(false);
    expect(refuse(entry({ kind: 'donation' }))).toBe('no-such-pair');
    // every kind has a pair that it allows, and none allows an account to itself
    for (const kind of RECORDED_KINDS) {
      const refs = ACCOUNT_KINDS.map((one) =>
        HOLDERS[one] ? { kind: one, holderId: 'f' } : { kind: one },
      );
      const allowed = refs.flatMap((from) =>
        refs.filter((to) => allowsPair({ kind, from, to })).map((to) => [from.kind, to.kind]),
      );
      expect(allowed.length, kind).toBeGreaterThan(0);
      expect(allowed.filter(([from, to]) => from === to)).toEqual([]);
    }
  });

  it('R23 money given by the solidarity fund changes hands; what is promised never does', () => {
    const solidarity: AccountRef = { kind: 'solidarity' };
    expect(allowsPair({ kind: 'solidarity-given', from: solidarity, to: fund })).toBe(true);
    expect(
      allowsPair({
        kind: 'spending-booked',
        from: reserved,
        to: { kind: 'group-payable', holderId: 'f' },
      }),
    ).toBe(false);
  });

  it('R26 nothing is spent that is not there, entry after entry', () => {
    expect(refuse(entry(), entry({ amount: 200_00 }))).toBeNull();
    expect(refuse(entry(), entry({ amount: 200_01 }))).toBe('not-enough');
    const back = entry({ kind: 'budget-released', from: reserved, to: fund });
    expect(refuse(entry(), back, entry({ amount: 500_00 }))).toBeNull();
    expect(refuse(back, entry())).toBe('not-enough');
  });

  it('R25 what happens once happens once, also within one call', () => {
    expect(refuse(entry({ once: 'seen' }))).toBe('already-done');
    expect(refuse(entry({ once: 'a', amount: 1 }), entry({ once: 'a', amount: 1 }))).toBe(
      'already-done',
    );
  });

  it('R25 sources stand below zero and never above; the others never below', () => {
    expect([isAboveFloor('own-funds', -1), isAboveFloor('donations', 1)]).toEqual([true, false]);
    expect([isAboveFloor('group', -1), isAboveFloor('expenses', 0)]).toEqual([false, true]);
  });
});
