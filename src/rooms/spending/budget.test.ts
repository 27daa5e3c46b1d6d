import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUDGET_STATES,
  BUDGET_STEPS,
  type BudgetGround,
  type BudgetState,
  type BudgetStep,
  budgetWays,
  canStep,
  checkBudget,
  isBudgetOpen,
  maximumLeft,
  mayWriteBudgets,
  refuseDecision,
  refuseGround,
  refuseSubmission,
  refuseValidation,
  sumLines,
} from './budget.ts';

/** Every way there is; `flagged` tells of which of the two it is, none: of both. */
const TABLE: Record<string, BudgetState> = {
  'draft submit': 'submitted',
  'info-needed submit': 'submitted',
  'submitted ask-info': 'info-needed',
  'submitted validate': 'validated',
  'submitted refuse': 'refused',
  'validated flag': 'validated',
  'validated+flag keep': 'validated',
  'validated release': 'released',
  'validated+flag release': 'released',
  'validated consume': 'consumed',
};

const ground: BudgetGround = {
  isCertified: true,
  isFundable: true,
  isFundOpen: true,
  maximum: 30_000,
  reimbursed: 0,
  isFunded: false,
  allowRepeats: false,
};
const at = (state: BudgetState, flagged = false) => ({
  state,
  flaggedAt: flagged ? new Date(0) : null,
});
const submitted = { ...at('submitted'), amount: 24_000, writtenBy: 'ines' };

describe('R20 the way of a provisional budget', () => {
  it('R20 each step from each state, as the table says and no other', () => {
    const found: Record<string, BudgetState> = {};
    for (const state of BUDGET_STATES)
      for (const flagged of state === 'validated' ? [false, true] : [false])
        for (const step of BUDGET_STEPS)
          if (canStep(at(state, flagged), step))
            found[`${state}${flagged ? '+flag' : ''} ${step}`] = budgetWays[step].to;
    expect(found).toEqual(TABLE);
  });

  it('R20 the group writes a draft, or what the desk asked about, and nothing else', () => {
    const open = BUDGET_STATES.filter((state) => isBudgetOpen({ state }));
    expect(open).toEqual(['draft', 'info-needed']);
    expect(mayWriteBudgets({ handlesMoney: true, manages: false })).toBe(true);
    expect(mayWriteBudgets({ handlesMoney: false, manages: true })).toBe(true);
    expect(mayWriteBudgets({ handlesMoney: false, manages: false })).toBe(false);
  });

  it('R20 a budget has whole lines, and its amount is their sum', () => {
    const lines = [
      { label: 'Farine', amount: 12_050 },
      { label: 'Location de la salle', amount: 11_950 },
    ];
    expect(sumLines(lines)).toBe(24_000);
    expect(checkBudget({ explanation: '', lines })).toBeNull();
    const refused = (line: { label: string; amount: number }) =>
      checkBudget({ explanation: '', lines: [line] });
    for (const amount of [0, -1, 1.5, Number.NaN, 2 ** 60])
      expect(refused({ label: 'Farine', amount })).toBe('line-incomplete');
    expect(refused({ label: ' ', amount: 1 })).toBe('line-incomplete');
    expect(refused({ label: 'x'.repeat(121), amount: 1 })).toBe('text-too-long');
    expect(checkBudget({ explanation: 'x'.repeat(1501), lines })).toBe('text-too-long');
    expect(checkBudget({ explanation: '', lines: Array(31).fill(lines[0]) })).toBe(
      'too-many-lines',
    );
  });
});

describe('R20 R24 what a budget is refused for', () => {
  it('R24 the group is certified, the action fundable, the fund open', () => {
    const refusal = (more: Partial<BudgetGround>) => refuseGround({ ...ground, ...more });
    expect(refusal({})).toBeNull();
    expect(refusal({ isCertified: false })).toBe('not-certified');
    expect(refusal({ isFundable: false })).toBe('not-fundable');
    expect(refusal({ isFundOpen: false })).toBe('fund-closed');
    expect(refusal({ isFunded: true })).toBe('already-funded');
    expect(refusal({ isFunded: true, allowRepeats: true })).toBeNull();
  });

  it('R20 W15 no more than the action allows this group, less what it had', () => {
    const draft = (amount: number, more: Partial<BudgetGround> = {}) =>
      refuseSubmission({ ...at('draft'), amount }, { ...ground, ...more });
    expect(draft(30_000)).toBeNull();
    expect(draft(30_001)).toBe('over-maximum');
    expect(draft(0)).toBe('no-lines');
    expect(draft(20_001, { reimbursed: 10_000 })).toBe('over-maximum');
    expect(draft(20_000, { reimbursed: 10_000 })).toBeNull();
    expect(draft(30_000, { reimbursed: 30_000, allowRepeats: true })).toBeNull();
    expect(maximumLeft({ ...ground, reimbursed: 40_000 })).toBe(0);
  });

  it('R20 whoever wrote a budget does not decide on it, and says why they refuse', () => {
    expect(refuseValidation(submitted, ground, 'denise')).toBeNull();
    expect(refuseValidation(submitted, ground, 'ines')).toBe('own-budget');
    expect(refuseValidation({ ...submitted, amount: 30_001 }, ground, 'denise')).toBe(
      'over-maximum',
    );
    for (const step of ['ask-info', 'refuse'] as const) {
      expect(refuseDecision(submitted, step, 'denise', ' ')).toBe('words-missing');
      expect(refuseDecision(submitted, step, 'denise', 'Il manque le devis.')).toBeNull();
      expect(refuseDecision(submitted, step, 'ines', 'Oui')).toBe('own-budget');
    }
    const flagged = { ...submitted, ...at('validated', true) };
    expect(refuseDecision(flagged, 'keep', 'denise', '')).toBeNull();
    expect(refuseDecision(flagged, 'release', 'denise', '')).toBe('words-missing');
    expect(refuseDecision(flagged, 'release', 'denise', 'x'.repeat(1001))).toBe('text-too-long');
  });

  it('R20 whatever steps are tried, a budget that ended stays ended', () => {
    const step = fc.constantFrom<BudgetStep>(...BUDGET_STEPS);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let budget = at('draft');
        let ended: BudgetState | null = null;
        for (const one of steps) {
          if (!canStep(budget, one)) continue;
          expect(ended).toBeNull();
          budget = at(budgetWays[one].to, one === 'flag');
          if (['refused', 'consumed', 'released'].includes(budget.state)) ended = budget.state;
        }
      }),
    );
  });
});
