import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFigures, FIGURES, type Figures, LONGEST_DELAY, readDelay } from './figures.ts';
import { listChanges } from './history.ts';
import {
  checkOpinion,
  FEASIBILITIES,
  follow,
  LONGEST_COMMENT,
  type Opinion,
  type OpinionAct,
  type OpinionContent,
  type OpinionState,
  refuseAct,
  VERDICTS,
} from './opinion.ts';
import {
  blankStudy,
  checkStudy,
  LONGEST_NOTE,
  refuseStudy,
  type Standing,
  type StudyContent,
  settleFigures,
  summariseSheet,
} from './study.ts';

const cents = fc.option(fc.integer({ min: 0, max: 1_000_000_000_000 }), { nil: null });
const months = fc.option(fc.integer({ min: 0, max: LONGEST_DELAY }), { nil: null });
const figures: fc.Arbitrary<Figures> = fc.record({
  capitalCost: cents,
  yearlyCost: cents,
  delayMonths: months,
});
const feasibility = fc.constantFrom(...FEASIBILITIES, null);
const content: fc.Arbitrary<OpinionContent> = fc
  .record({
    technical: feasibility,
    legal: feasibility,
    financial: feasibility,
    verdict: fc.constantFrom(...VERDICTS, null),
    comment: fc.constantFrom('', 'Une canalisation passe dessous.'),
  })
  .chain((said) => figures.map((theirs) => ({ ...said, ...theirs })));
const state = fc.constantFrom<OpinionState>('asked', 'given', 'returned');
const opinion: fc.Arbitrary<Opinion> = fc.tuple(content, state).map(([said, stands]) => ({
  ...said,
  id: 'o',
  editionId: 'e',
  ideaId: 'i',
  departmentId: 'd',
  state: stands,
  version: 1,
  askedBy: null,
  askedAt: new Date(0),
  dueOn: '2026-12-01',
  agentId: null,
  returnComment: '',
  savedBy: null,
  savedAt: null,
  settledAt: null,
}));
const standing: fc.Arbitrary<Standing> = fc.record({
  collectionBegun: fc.boolean(),
  archived: fc.boolean(),
  listFrozen: fc.boolean(),
  decided: fc.boolean(),
});
const OPEN: Standing = {
  collectionBegun: true,
  archived: false,
  listFrozen: false,
  decided: false,
};
const blank = blankStudy('i', 'e');

describe('the figures of an idea', () => {
  it.each([
    ['', null],
    ['18', 18],
    ['18 mois', 18],
    ['2 ans', 24],
    ['1 an', 12],
    ['1 year', 12],
    ['0', 0],
  ])('R42 « %s » is a delay of %s months', (typed, expected) => {
    expect(readDelay(typed)).toEqual({ ok: true, months: expected });
  });

  it.each(['bientôt', '-3', '1,5', '18 jours', '2026-12'])('R42 « %s » is no delay', (typed) => {
    expect(readDelay(typed)).toEqual({ ok: false, refusal: 'not-a-delay' });
  });

  it('R42 a delay of more than fifty years is refused, whatever is typed never throws', () => {
    expect(readDelay('51 ans')).toEqual({ ok: false, refusal: 'delay-too-long' });
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readDelay(typed);
        if (read.ok && read.months !== null) {
          expect(Number.isInteger(read.months)).toBe(true);
          expect(read.months).toBeLessThanOrEqual(LONGEST_DELAY);
        }
      }),
    );
  });

  it('R42 several departments add up in any order, the longest delay is the delay, nothing said is not known', () => {
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 8 }), (several) => {
        const sum = addFigures(several);
        expect(addFigures([...several].reverse())).toEqual(sum);
        for (const figure of FIGURES)
          expect(sum[figure] === null).toBe(several.every((one) => one[figure] === null));
        for (const { delayMonths } of several)
          if (delayMonths !== null) expect(sum.delayMonths).toBeGreaterThanOrEqual(delayMonths);
        expect(sum.capitalCost ?? 0).toBe(
          several.reduce((total, { capitalCost }) => total + (capitalCost ?? 0), 0),
        );
      }),
    );
  });
});

describe('an opinion', () => {
  const acts = fc.array(fc.constantFrom<OpinionAct>('ask', 'save', 'give', 'return'), {
    maxLength: 30,
  });

  it('R42 R43 no path leads elsewhere than asked, given, returned; what is asked can always be given or given back', () => {
    fc.assert(
      fc.property(acts, (path) => {
        let now: OpinionState | null = null;
        for (const act of path) {
          const next = follow(now, act);
          if (next === null) continue;
          // given only by giving, given back only while it was asked
          if (next === 'given') expect(act).toBe('give');
          if (next === 'returned') expect([now, act]).toEqual(['asked', 'return']);
          now = next;
        }
        if (now === 'asked') {
          expect(follow(now, 'give')).toBe('given');
          expect(follow(now, 'return')).toBe('returned');
        } else expect(follow(now, 'ask')).toBe('asked');
      }),
    );
  });

  it('R42 nothing is written before the collection, after the freeze, after a published decision', () => {
    fc.assert(
      fc.property(
        standing,
        state,
        fc.constantFrom<OpinionAct>('save', 'give', 'return'),
        (at, now, act) => {
          const refusal = refuseAct(act, { state: now, standing: at, departmentClosed: false });
          const open = at.collectionBegun && !at.archived && !at.listFrozen && !at.decided;
          expect(refuseStudy(at) === null).toBe(open);
          expect(refusal === null).toBe(open && follow(now, act) !== null);
        },
      ),
    );
  });

  it('R32 a closed department gives no opinion any more; it can still give back what it holds', () => {
    const closed = { state: 'asked', standing: OPEN, departmentClosed: true } as const;
    expect(refuseAct('give', closed)).toBe('department-closed');
    expect(refuseAct('ask', { ...closed, state: 'returned' })).toBe('department-closed');
    expect(refuseAct('return', closed)).toBe(null);
  });

  it('R42 given, it has a verdict, and says why where it is not favourable; a draft may lack everything', () => {
    fc.assert(
      fc.property(content, (said) => {
        expect(checkOpinion(said, 'save')).toEqual({});
        const refused = checkOpinion(said, 'give');
        expect(refused.verdict).toBe(said.verdict === null ? 'verdict-missing' : undefined);
        const silent =
          said.verdict !== null && said.verdict !== 'favourable' && said.comment === '';
        expect(refused.comment).toBe(silent ? 'comment-missing' : undefined);
      }),
    );
    const long = { ...blank, technical: null, legal: null, financial: null, verdict: null };
    const tooLong = { ...long, comment: 'é'.repeat(LONGEST_COMMENT + 1) };
    expect(checkOpinion(tooLong, 'save')).toEqual({ comment: 'too-long' });
  });
});

describe('the sheet of an idea', () => {
  it('R42 not admissible says why: in words, or by a criterion that is not met', () => {
    const inadmissible: StudyContent = { ...blank, admissible: false };
    expect(checkStudy(inadmissible)).toBe('note-missing');
    expect(checkStudy({ ...inadmissible, criteria: { a: 'met' } })).toBe('note-missing');
    expect(checkStudy({ ...inadmissible, criteria: { a: 'unmet' } })).toBe(null);
    expect(checkStudy({ ...inadmissible, admissibilityNote: 'Déjà faite.' })).toBe(null);
    expect(checkStudy({ ...blank, admissibilityNote: 'é'.repeat(LONGEST_NOTE + 1) })).toBe(
      'too-long',
    );
  });

  it('R42 every opinion is given, missing or returned; only those given count', () => {
    fc.assert(
      fc.property(fc.array(opinion, { maxLength: 8 }), figures, (opinions, office) => {
        const study = { ...blank, ...office };
        const summary = summariseSheet(study, opinions);
        expect(summary.given.length + summary.missing.length + summary.returned.length).toBe(
          opinions.length,
        );
        expect(summary.total).toEqual(addFigures(summary.given));
        const settled = settleFigures(study, opinions);
        for (const figure of FIGURES) {
          expect(settled[figure]).toBe(office[figure] ?? summary.total[figure]);
          expect(summary.differing.includes(figure)).toBe(
            office[figure] !== null &&
              summary.total[figure] !== null &&
              office[figure] !== summary.total[figure],
          );
        }
      }),
    );
  });

  it('R42 what does not go together is named', () => {
    const [yes, no] = fc.sample(opinion, 2).map(
      (one): Opinion => ({
        ...one,
        state: 'given',
        technical: null,
        legal: null,
        financial: null,
      }),
    );
    const favourable: Opinion = { ...yes!, verdict: 'favourable' };
    const unfavourable: Opinion = { ...no!, verdict: 'unfavourable' };
    const name = (study: Partial<StudyContent>, ...opinions: Opinion[]) =>
      summariseSheet({ ...blank, ...study }, opinions).contradictions;
    expect(name({}, favourable)).toEqual([]);
    expect(name({}, favourable, unfavourable)).toEqual(['verdicts-differ']);
    expect(name({}, favourable, { ...unfavourable, state: 'asked' })).toEqual([]);
    expect(name({}, { ...favourable, legal: 'no' })).toEqual(['favourable-not-feasible']);
    expect(name({ admissible: false }, favourable)).toEqual(['inadmissible-yet-favourable']);
    expect(name({ admissible: true, criteria: { a: 'unmet' } })).toEqual([
      'admissible-with-unmet-criterion',
    ]);
  });
});

describe('the history of a sheet', () => {
  it('R200 the same twice shows no change; a change is shown with what was before', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(listChanges({ ...before }, { ...before })).toEqual([]);
        for (const { field, from, to } of listChanges({ ...before }, { ...after })) {
          expect(from).toBe(before[field as keyof OpinionContent]);
          expect(to).toBe(after[field as keyof OpinionContent]);
        }
      }),
    );
    expect(
      listChanges({ criteria: { a: 'met', b: 'unmet' } }, { criteria: { a: 'unmet' } }),
    ).toEqual([
      { field: 'criterion', criterion: 'a', from: 'met', to: 'unmet' },
      { field: 'criterion', criterion: 'b', from: 'unmet', to: null },
    ]);
  });
});
