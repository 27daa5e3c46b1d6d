import { describe, expect, it } from 'vitest';
import type { Form } from '../../../platform/http/form.ts';
import { blankStudy } from './study.ts';
import { studyConflictWords } from './study-conflict.page.ts';
import { readStudy, readTypedStudy, typeStudy } from './study-form.routes.ts';

const CRITERIA = [
  { id: 'nouveau', name: 'Le projet est nouveau', help: '' },
  { id: 'competence', name: 'Il relève de la commune', help: '' },
];
const formOf = (values: Record<string, string>) =>
  ({ text: (name: string) => values[name] ?? '' }) as unknown as Form;

describe('the form of a sheet', () => {
  it('R42 each criterion of the edition is met, unmet or not looked at; others are not read', () => {
    const form = formOf({
      'criterion-nouveau': 'met',
      'criterion-competence': 'peut-être',
      'criterion-autre': 'met',
      admissible: 'yes',
      capitalCost: '1 000',
    });
    const { content, problems } = readStudy(readTypedStudy(form, CRITERIA));
    expect(problems).toEqual({});
    expect(content).toEqual({
      ...blankContent(),
      criteria: { nouveau: 'met' },
      admissible: true,
      capitalCost: 100_000,
    });
  });

  it('R42 what is typed of a study reads as the same study', () => {
    const content = {
      ...blankContent(),
      criteria: { nouveau: 'met', competence: 'unmet' } as const,
      admissible: false,
      admissibilityNote: 'Compétence du département.',
      yearlyCost: 123_456,
      delayMonths: 18,
    };
    expect(readStudy(typeStudy(content))).toEqual({ content, problems: {} });
  });

  it('R42 a criterion that somebody else answered meanwhile is shown beside it', () => {
    const mine = typeStudy({ ...blankContent(), criteria: { nouveau: 'met' } });
    const theirs = typeStudy({ ...blankContent(), criteria: { nouveau: 'unmet' } });
    const words = studyConflictWords(CRITERIA, mine, theirs);
    expect(Object.keys(words)).toEqual(['criterion-nouveau']);
    expect(words['criterion-nouveau']).toContain('Non rempli');
  });
});

function blankContent() {
  const { ideaId, editionId, version, savedBy, savedAt, ...content } = blankStudy('', '');
  return content;
}
