import { describe, expect, it } from 'vitest';
import { readAnswers } from './answer.ts';
import { moveQuestion, putQuestion } from './branches.ts';
import { PRESET } from './preset.ts';
import { type Question, readQuestion, type TypedQuestion, typeQuestion } from './question.ts';

const typed = (change: Partial<TypedQuestion>): TypedQuestion => ({
  kind: 'one',
  fr: 'Et vous\u202f?',
  en: '',
  choicesFr: 'Oui\nNon',
  choicesEn: '',
  rowsFr: '',
  rowsEn: '',
  required: false,
  shownIf: [],
  ...change,
});

describe('R64 a question of a questionnaire', () => {
  it.each([
    [{ kind: '' }, { kind: 'kind-missing' }],
    [{ kind: 'ballot' }, { kind: 'kind-missing' }],
    [{ fr: '' }, { fr: 'words-missing' }],
    [{ fr: 'x'.repeat(201) }, { fr: 'words-too-long' }],
    [{ choicesFr: 'Oui' }, { choicesFr: 'choices-too-few' }],
    [{ choicesFr: 'Oui\n  Oui ' }, { choicesFr: 'choice-twice' }],
    [{ choicesFr: `Oui\n${'x'.repeat(121)}` }, { choicesFr: 'choice-too-long' }],
    [
      { choicesFr: Array.from({ length: 31 }, (_, at) => at).join('\n') },
      { choicesFr: 'choices-too-many' },
    ],
    [{ kind: 'scale', choicesFr: 'Peu' }, { choicesFr: 'scale-needs-two' }],
    [{ choicesEn: 'Yes' }, { choicesEn: 'lines-differ' }],
  ])('%j is refused', (change, refusals) => {
    expect(readQuestion(typed(change), 'q')).toEqual({ ok: false, refusals });
  });

  it('a text has no answers to choose from; a scale may leave its ends unsaid', () => {
    expect(readQuestion(typed({ kind: 'text' }), 'q')).toMatchObject({
      ok: true,
      question: { choices: [] },
    });
    expect(readQuestion(typed({ kind: 'scale', choicesFr: '' }), 'q')).toMatchObject({ ok: true });
  });

  it('every question of the preset holds, and comes back from its form as it went in', () => {
    for (const question of PRESET)
      expect(readQuestion(typeQuestion({ id: 'q', ...question }), 'q')).toEqual({
        ok: true,
        question: { id: 'q', ...question },
      });
    for (const { words, choices } of PRESET)
      for (const said of [words, ...choices]) expect(said.en).not.toBe('');
  });

  it('questions are moved within their list, and kept in place when they change', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ ...PRESET[0]!, id }) as Question);
    const order = (questions: readonly Question[]) => questions.map(({ id }) => id).join('');
    expect(order(moveQuestion(list, 'b', -1))).toBe('bac');
    expect(order(moveQuestion(list, 'a', -1))).toBe('abc');
    expect(order(moveQuestion(list, 'c', 1))).toBe('abc');
    expect(order(moveQuestion(list, 'z', 1))).toBe('abc');
    expect(order(putQuestion(list, { ...list[1]!, required: true }))).toBe('abc');
    expect(order(putQuestion(list, { ...list[1]!, id: 'd' }))).toBe('abcd');
  });
});

describe('R64 what somebody answers', () => {
  const question = (kind: Question['kind'], required = false): Question => ({
    id: 'q',
    kind,
    words: { fr: '?', en: '' },
    choices:
      kind === 'text' || kind === 'scale'
        ? []
        : [
            { fr: 'A', en: '' },
            { fr: 'B', en: '' },
          ],
    required,
  });
  it.each([
    ['one', ['3'], '', 'choice-unknown'],
    ['one', ['__proto__'], '', 'choice-unknown'],
    ['one', ['1', '2'], '', 'one-only'],
    ['scale', ['6'], '', 'choice-unknown'],
    ['scale', ['0'], '', 'choice-unknown'],
    ['several', ['1', '9'], '', 'choice-unknown'],
    ['text', [], 'x'.repeat(1001), 'text-too-long'],
  ] as const)('%s %j %j is refused: %s', (kind, choices, text, refusal) => {
    const read = readAnswers([question(kind)], new Map([['q', { choices, text }]]));
    expect(read.refusals.get('q')).toBe(refusal);
    expect(read.given).toEqual([]);
  });

  it('what is not asked for may be left out, and is then no answer', () => {
    for (const kind of ['one', 'several', 'scale', 'text'] as const) {
      expect(readAnswers([question(kind)], new Map())).toMatchObject({ given: [] });
      expect(readAnswers([question(kind, true)], new Map()).refusals.get('q')).toBe(
        'answer-missing',
      );
    }
  });

  it('an answer ticked twice counts once', () => {
    const sent = new Map([['q', { choices: ['2', '2'], text: '' }]]);
    expect(readAnswers([question('several')], sent).given).toEqual([
      { questionId: 'q', choices: ['2'], text: '' },
    ]);
  });
});
