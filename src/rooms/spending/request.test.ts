import { describe, expect, it } from 'vitest';
import {
  canTake,
  isDeletable,
  isFinanceable,
  isRequestOpen,
  mayCheck,
  REQUEST_STATES,
  REQUEST_STEPS,
  type RequestState,
  readRequestState,
  refuseAnswer,
  refuseChecker,
  refuseClaim,
  refuseDecider,
  refuseSender,
  requestWays,
  STATE_SEGMENTS,
  takesDocuments,
} from './request.ts';

/** Part 2.1, word by word: from, step, to. */
const TABLE = [
  ['draft', 'send', 'peer-review'],
  ['peer-review', 'take-back', 'draft'],
  ['peer-review', 'check', 'finance-review'],
  ['finance-review', 'ask-info', 'info-needed'],
  ['finance-review', 'refuse', 'refused'],
  ['finance-review', 'wait', 'validated'],
  ['finance-review', 'approve', 'to-pay'],
  ['info-needed', 'answer', 'finance-review'],
  ['validated', 'book', 'to-pay'],
  ['to-pay', 'pay', 'paid'],
  ['paid', 'return', 'to-pay'],
];

const persons = { payeeId: null, createdBy: 'rosa', sentBy: null, checkedBy: null };
const sent = { ...persons, sentBy: 'rosa' };

describe('R22 the way of a spending request', () => {
  it('R22 each step from each state, as the table says and no other', () => {
    const found = REQUEST_STATES.flatMap((state) =>
      REQUEST_STEPS.filter((step) => canTake({ state }, step)).map((step) => [
        state,
        step,
        requestWays[step].to,
      ]),
    );
    expect(found.sort()).toEqual(TABLE.toSorted());
  });

  it('R22 it is changed in three states, deleted in two', () => {
    const states = (is: (one: { state: RequestState }) => boolean) =>
      REQUEST_STATES.filter((state) => is({ state }));
    expect(states(isRequestOpen)).toEqual(['draft', 'peer-review', 'info-needed']);
    expect(states(isDeletable)).toEqual(['draft', 'peer-review']);
    const takes = (timing: 'past' | 'future') =>
      states(({ state }) => takesDocuments({ state, timing }));
    expect(takes('past')).toEqual(['draft', 'peer-review', 'info-needed']);
    expect(takes('future')).toEqual(['draft', 'peer-review', 'info-needed', 'to-pay', 'paid']);
  });

  it('R22 each state has an address of its own', () => {
    for (const state of REQUEST_STATES) expect(readRequestState(STATE_SEGMENTS[state])).toBe(state);
    expect(readRequestState('')).toBeNull();
  });
});

describe('W15 two persons of the group, a third of the desk, none of them paid', () => {
  it('W15 whoever sends needs somebody else who may check', () => {
    expect(refuseSender(persons, 'rosa', ['rosa', 'yvon'])).toBeNull();
    expect(refuseSender(persons, 'rosa', ['rosa'])).toBe('nobody-to-check');
    // yvon sends what rosa wrote: neither of them may check it
    expect(refuseSender(persons, 'yvon', ['rosa', 'yvon'])).toBe('nobody-to-check');
    expect(refuseSender(persons, 'yvon', ['rosa', 'yvon', 'sam'])).toBeNull();
    // yvon is paid: he does not check it
    const toYvon = { ...persons, payeeId: 'yvon' };
    expect(refuseSender(toYvon, 'rosa', ['rosa', 'yvon'])).toBe('nobody-to-check');
    expect(refuseSender(toYvon, 'yvon', ['rosa', 'yvon', 'sam'])).toBe('own-payment');
  });

  it('W15 nobody checks their own, nor what they are paid for', () => {
    expect(refuseChecker(sent, 'yvon')).toBeNull();
    expect(refuseChecker(sent, 'rosa')).toBe('same-person');
    expect(refuseChecker({ ...sent, sentBy: 'yvon' }, 'rosa')).toBe('same-person');
    expect(refuseChecker({ ...sent, payeeId: 'yvon' }, 'yvon')).toBe('own-payment');
    expect(mayCheck(sent, 'yvon')).toBe(true);
  });

  it('W15 the desk decides on nothing that it had a hand in', () => {
    const checked = { ...sent, checkedBy: 'yvon', payeeId: 'sam' };
    expect(refuseDecider(checked, 'denise')).toBeNull();
    expect(refuseDecider(checked, 'sam')).toBe('own-payment');
    for (const one of ['rosa', 'yvon']) expect(refuseDecider(checked, one)).toBe('own-request');
  });

  it('W15 what is changed after the check is checked anew, by somebody else', () => {
    const checked = { ...sent, checkedBy: 'yvon' };
    expect(refuseAnswer(checked, 'rosa', [])).toBeNull();
    expect(refuseAnswer(checked, 'rosa', ['rosa'])).toBe('own-edit');
    expect(refuseAnswer(checked, 'yvon', ['rosa'])).toBeNull();
    expect(refuseAnswer(checked, 'rosa', ['sam'])).toBe('same-person');
    expect(refuseAnswer({ ...checked, payeeId: 'sam' }, 'sam', [])).toBe('own-payment');
  });
});

describe('R24 claims on a fund', () => {
  const claim = (isCertified: boolean, budget = {}) =>
    refuseClaim({
      isCertified,
      budget: { state: 'validated', flaggedAt: null, isKept: false, ...budget },
    });

  it('R24 end with the certification, until the desk keeps the budget', () => {
    expect(claim(true)).toBeNull();
    expect(claim(false)).toBe('not-certified');
    expect(claim(false, { flaggedAt: new Date(0) })).toBe('budget-flagged');
    expect(claim(true, { flaggedAt: new Date(0) })).toBe('budget-flagged');
    expect(claim(false, { isKept: true })).toBeNull();
    for (const state of ['draft', 'submitted', 'info-needed', 'refused', 'consumed', 'released'])
      expect(claim(true, { state })).toBe('budget-not-validated');
  });

  it('part 2.1 certified groups and loops of a département handle money', () => {
    expect(isFinanceable({ kind: 'local', certifiedAt: new Date(0) })).toBe(true);
    expect(isFinanceable({ kind: 'local', certifiedAt: null })).toBe(false);
    expect(isFinanceable({ kind: 'county-loop', certifiedAt: null })).toBe(true);
  });
});
