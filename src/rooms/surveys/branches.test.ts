import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers, type TypedAnswer } from './answer.ts';
import { areBranchesKept, findPage, findShown, moveQuestion, splitPages } from './branches.ts';
import { keysOf, type Question, readQuestion, typeQuestion } from './question.ts';

const words = (fr: string) => ({ fr, en: '' });
const KIND = fc.constantFrom('one', 'several', 'scale', 'matrix', 'text' as const);

/** A questionnaire drawn by chance: each question may depend on any that stands before it. */
const QUESTIONS = fc
  .array(fc.record({ kind: KIND, depends: fc.nat(), ticked: fc.nat({ max: 7 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((drawn) => {
    const list: Question[] = [];
    for (const [at, { kind, depends, ticked }] of drawn.entries()) {
      const plain: Question = {
        id: `q${at}`,
        kind,
        words: words(`Question ${at}`),
        choices: kind === 'text' || kind === 'scale' ? [] : [words('A'), words('B'), words('C')],
        ...(kind === 'matrix' && { rows: [words('X'), words('Y')] }),
        required: depends % 2 === 0,
      };
      const before = list[depends % (at + 1)];
      const choices = before ? keysOf(before).filter((_, bit) => (ticked >> bit) % 2 === 1) : [];
      const branch = { ...plain, shownIf: { question: before?.id ?? '', choices } };
      list.push(areBranchesKept([...list, branch]) ? branch : plain);
    }
    return list;
  });

/** What somebody who answers everything that they are asked sends, by chance; and what they were never asked too. */
const ANSWERS = fc.array(fc.nat({ max: 4 }), { minLength: 9, maxLength: 9 });
function answerAll(questions: readonly Question[], picks: readonly number[]) {
  return new Map<string, TypedAnswer>(
    questions.map((question, at) => {
      const keys = keysOf(question);
      const pick = picks[at]!;
      if (question.kind === 'text') return [question.id, { choices: [], text: `Texte ${pick}` }];
      const choices =
        question.kind === 'matrix'
          ? [keys[pick % 3]!, keys[3 + (pick % 3)]!]
          : [keys[pick % keys.length]!];
      return [question.id, { choices, text: '' }];
    }),
  );
}

describe('R98 branches of a questionnaire', () => {
  it('every path ends, page by page, and what is kept is exactly what was shown', () => {
    fc.assert(
      fc.property(QUESTIONS, ANSWERS, (questions, picks) => {
        const typed = answerAll(questions, picks);
        const pages = splitPages(questions);
        expect(pages.flat()).toEqual(questions);
        const seen: string[] = [];
        let steps = 0;
        for (let at: number | null = 0; at !== null; steps += 1) {
          // as somebody meets it: only what earlier pages hold decides
          const known = new Map([...typed].filter(([id]) => seen.includes(id)));
          const asked = pages[at]!.filter(({ id }) => findShown(questions, known).has(id));
          seen.push(...asked.map(({ id }) => id));
          const after = new Map([...typed].filter(([id]) => seen.includes(id)));
          at = findPage(pages, findShown(questions, after), at, 1);
        }
        expect(steps).toBeLessThanOrEqual(pages.length);
        const { given, refusals } = readAnswers(questions, typed);
        expect(refusals.size).toBe(0);
        // one sends answers to questions that one was never shown: they are not there
        expect(given.map(({ questionId }) => questionId)).toEqual(seen);
      }),
    );
  });

  it('lead forwards only: what would put a question before what it depends on does not hold', () => {
    fc.assert(
      fc.property(QUESTIONS, fc.nat({ max: 8 }), (questions, at) => {
        const one = questions[at % questions.length]!;
        const moved = moveQuestion(questions, one.id, -1);
        const order = moved.map(({ id }) => id);
        const isForwards = moved.every(
          ({ id, shownIf }) => !shownIf || order.indexOf(shownIf.question) < order.indexOf(id),
        );
        expect(areBranchesKept(moved)).toBe(isForwards);
      }),
    );
    const decides: Question = {
      id: 'a',
      kind: 'one',
      words: words('?'),
      choices: [words('Oui'), words('Non')],
      required: false,
    };
    const depends: Question = { ...decides, id: 'b', shownIf: { question: 'a', choices: ['2'] } };
    expect(areBranchesKept([decides, depends])).toBe(true);
    expect(areBranchesKept([{ ...decides, kind: 'text', choices: [] }, depends])).toBe(false);
    expect(areBranchesKept([depends])).toBe(false);
  });

  it('a question comes back from its form as it went in', () => {
    fc.assert(
      fc.property(QUESTIONS, (questions) => {
        for (const [at, question] of questions.entries())
          expect(readQuestion(typeQuestion(question), question.id, questions.slice(0, at))).toEqual(
            { ok: true, question },
          );
      }),
    );
  });
});

describe('R98 a table of answers', () => {
  const matrix: Question = {
    id: 'm',
    kind: 'matrix',
    words: words('Êtes-vous d’accord ?'),
    rows: [words('Les trains'), words('Les vélos')],
    choices: [words('Non'), words('Oui')],
    required: true,
  };
  const sent = (...choices: string[]) =>
    readAnswers([matrix], new Map([['m', { choices, text: '' }]]));
  it.each([
    [['1.1', '2.3'], 'choice-unknown'],
    [['1.1', '1.2', '2.1'], 'one-only'],
    [['1.1'], 'answer-missing'],
    [[], 'answer-missing'],
  ])('%j is refused: %s', (choices, refusal) => {
    expect(sent(...choices).refusals.get('m')).toBe(refusal);
  });
  it('has one answer on each line', () => {
    expect(sent('1.2', '2.1').given).toEqual([
      { questionId: 'm', choices: ['1.2', '2.1'], text: '' },
    ]);
  });
});
