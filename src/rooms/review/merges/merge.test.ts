import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProposal, settle } from './merge.ts';

const answer = fc.constantFrom(null, 'accepted' as const, 'declined' as const);

describe('the answers of holders', () => {
  it('R47 one refusal is enough, silence is no consent, everybody must agree', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 2, maxLength: 10 }), (answers) => {
        const outcome = settle(answers);
        if (answers.includes('declined')) expect(outcome).toBe('declined');
        else if (answers.includes(null)) expect(outcome).toBeNull();
        else expect(outcome).toBe('accepted');
      }),
    );
  });
});

describe('a proposal', () => {
  const proposal = {
    title: 'Une piste cyclable',
    words: 'Elles disent la même chose.',
    leadIdeaId: 'a',
    answerBy: '2026-12-06',
    ideaIds: ['a', 'b'],
  };
  const problemsOf = (change: Partial<typeof proposal>) =>
    checkProposal({ ...proposal, ...change }, '2026-11-22');

  it('R47 has two to ten ideas, a lead among them, words for the holders and a day to come', () => {
    expect(problemsOf({})).toEqual({});
    expect(problemsOf({ answerBy: '2026-11-22' })).toEqual({});
    expect(problemsOf({ answerBy: '2026-11-21' })).toEqual({ answerBy: 'day-past' });
    expect(problemsOf({ answerBy: '' })).toEqual({ answerBy: 'day-missing' });
    expect(problemsOf({ ideaIds: ['a'] })).toEqual({ ideas: 'too-few-ideas' });
    expect(problemsOf({ ideaIds: [...'abcdefghijk'] })).toEqual({ ideas: 'too-many-ideas' });
    expect(problemsOf({ leadIdeaId: 'z' })).toEqual({ lead: 'lead-missing' });
    expect(problemsOf({ title: '', words: '' })).toEqual({
      title: 'title-missing',
      words: 'words-missing',
    });
  });
});
