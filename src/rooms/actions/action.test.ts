import { describe, expect, it } from 'vitest';
import { ACTION_TEXT } from '../../../tests/make/action.ts';
import { readEuros } from '../../platform/money/euros.ts';
import {
  type ActionState,
  CRITERIA,
  checkAction,
  checkBudget,
  isWhole,
  refuseDecision,
  refuseSubmission,
  STATES,
  stateAfter,
} from './action.ts';
import { countRows, readLines } from './action-form.ts';

const line = (amount: number) => ({ label: 'Affiches', amount });
const CAP = 30_000;

describe('the budget of an action', () => {
  it('R9 300,00 € passes, 300,01 € does not, whatever the lines', () => {
    expect(checkBudget([line(30_000)], CAP)).toBeNull();
    expect(checkBudget([line(30_001)], CAP)).toBe('over-cap');
    expect(checkBudget([line(15_000), line(15_000)], CAP)).toBeNull();
    expect(checkBudget([line(15_000), line(15_001)], CAP)).toBe('over-cap');
    expect(checkBudget([line(29_999)], CAP)).toBeNull();
  });

  it('R10 twenty lines at most, one at least to be handed in', () => {
    expect(checkBudget(Array(20).fill(line(1)), CAP)).toBeNull();
    expect(checkBudget(Array(21).fill(line(1)), CAP)).toBe('too-many-lines');
    expect(checkAction(ACTION_TEXT, [], CAP).budget).toBe('no-line');
  });

  it('R10 amounts are read digit by digit: nothing negative, no 1e3, no word, no zero', () => {
    const read = (label: string, amount: string) => readLines([{ label, amount }], readEuros);
    expect(read('Sono', '45,5').lines).toEqual([{ label: 'Sono', amount: 4550 }]);
    const refused = (label: string, amount: string) =>
      read(label, amount).refused.map(({ field, refusal }) => `${field} ${refusal}`);
    expect(refused('Sono', '-45')).toEqual(['amount negative-amount']);
    expect(refused('Sono', '0')).toEqual(['amount negative-amount']);
    expect(refused('Sono', '1e3')).toEqual(['amount not-an-amount']);
    expect(refused('Sono', 'NaN')).toEqual(['amount not-an-amount']);
    expect(refused('Sono', '0x10')).toEqual(['amount not-an-amount']);
    expect(refused('Sono', '12,345')).toEqual(['amount not-an-amount']);
    expect(refused('Sono', '')).toEqual(['amount no-amount']);
    expect(refused('', '12')).toEqual(['label label-missing']);
    expect(refused('  \u0301', '99999999999999')).toEqual([
      'label label-missing',
      'amount amount-too-large',
    ]);
    expect(refused('é'.repeat(121), '12')).toEqual(['label label-too-long']);
    expect(read('', '')).toEqual({ lines: [], refused: [] });
  });

  it('offers spare rows, and no more than twenty', () => {
    expect([countRows(0), countRows(4), countRows(4, 9), countRows(19)]).toEqual([3, 6, 9, 20]);
  });
});

describe('the texts of an action', () => {
  it('R6 R7 R8 each of the three texts is asked; materials are not', () => {
    expect(isWhole(checkAction(ACTION_TEXT, [line(100)], CAP))).toBe(true);
    for (const field of ['involvement', 'inclusion', 'reproduction', 'title', 'steps'] as const) {
      const { texts } = checkAction({ ...ACTION_TEXT, [field]: ' … ' }, [line(100)], CAP);
      expect(texts).toEqual({ [field]: 'missing' });
    }
    expect(isWhole(checkAction({ ...ACTION_TEXT, materials: '' }, [line(1)], CAP))).toBe(true);
  });

  it('R5 an action is « syndicale » or « solidarité »', () => {
    expect(checkAction({ ...ACTION_TEXT, kind: '' }, [line(1)], CAP).kind).toBe('kind-missing');
  });

  it('W12 a long word, a tower of accents', () => {
    const long = checkAction({ ...ACTION_TEXT, title: 'a'.repeat(121) }, [line(1)], CAP);
    expect(long.texts.title).toBe('too-long');
    const tower = `a${'\u0301'.repeat(60)}`;
    const towers = checkAction({ ...ACTION_TEXT, title: tower }, [line(1)], CAP);
    expect(towers.texts.title).toBe('overloaded');
  });
});

describe('handing in', () => {
  const facts = {
    action: { state: 'draft' as ActionState, criteria: CRITERIA },
    isCertified: true,
    isFundOpen: true,
  };
  it('R3 only a certified group, into a fund that is open', () => {
    expect(refuseSubmission(facts)).toBeNull();
    expect(refuseSubmission({ ...facts, isCertified: false })).toBe('not-certified');
    expect(refuseSubmission({ ...facts, isFundOpen: false })).toBe('fund-closed');
  });
  it('R4 with the five criteria ticked', () => {
    for (const without of CRITERIA) {
      const criteria = CRITERIA.filter((one) => one !== without);
      expect(refuseSubmission({ ...facts, action: { state: 'draft', criteria } })).toBe(
        'criteria-unticked',
      );
    }
  });
  it('R10 R11 out of a draft, or when changes were asked for', () => {
    for (const state of STATES)
      expect(refuseSubmission({ ...facts, action: { state, criteria: CRITERIA } })).toBe(
        state === 'draft' || state === 'changes-requested' ? null : 'not-writable',
      );
  });
});

describe('deciding', () => {
  const facts = { isOfGroup: false, words: 'Il manque le lieu.', unmet: [] };
  it('R12 from which state to which', () => {
    const from = (act: Parameters<typeof refuseDecision>[0]) =>
      STATES.filter((state) => refuseDecision(act, { state }, facts) === null);
    expect(from('published')).toEqual(['submitted']);
    expect(from('changes-requested')).toEqual(['submitted']);
    expect(from('refused')).toEqual(['submitted']);
    expect(from('archived')).toEqual(['published', 'fundable']);
    expect(from('reopened')).toEqual(['refused', 'archived']);
  });
  it('R12 nobody decides on the action of their own group', () => {
    for (const act of ['published', 'refused', 'changes-requested', 'archived'] as const)
      expect(refuseDecision(act, { state: 'submitted' }, { ...facts, isOfGroup: true })).toBe(
        'own-group',
      );
  });
  it('R12 a refusal and a request for changes say why; a publication needs five criteria', () => {
    const at = { state: 'submitted' } as const;
    const silent = { ...facts, words: ' . ' };
    expect(refuseDecision('refused', at, silent)).toBe('words-missing');
    expect(refuseDecision('changes-requested', at, silent)).toBe('words-missing');
    expect(refuseDecision('published', at, { ...facts, words: '' })).toBeNull();
    expect(refuseDecision('published', at, { ...facts, unmet: ['budget'] })).toBe('criteria-unmet');
    expect(refuseDecision('refused', at, { ...facts, words: 'a'.repeat(2001) })).toBe(
      'words-too-long',
    );
  });
  it('R17 an archived action comes back as it was; a refused one is examined anew', () => {
    const at = new Date('2026-11-01');
    expect(stateAfter('reopened', { state: 'archived', fundableAt: at })).toBe('fundable');
    expect(stateAfter('reopened', { state: 'archived', fundableAt: null })).toBe('published');
    expect(stateAfter('reopened', { state: 'refused', fundableAt: null })).toBe('submitted');
  });
});
