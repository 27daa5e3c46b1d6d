import * as m from '../../../paraglide/messages.js';
import { FIGURES } from './figures.ts';
import { type Criterion, isCriterionAnswer } from './study.ts';
import type { TypedStudy } from './study-part.page.tsx';
import { criterionWords, figureWords, sayAdmissible } from './words.page.ts';

/** What the summary calls fields whose words do not say of which they speak. */
export const studyLabels = (criteria: readonly Criterion[]): Record<string, string> => ({
  ...Object.fromEntries(criteria.map(({ id, name }) => [`criterion-${id}`, name])),
  admissible: m.study_admissible(),
  admissibilityNote: m.study_note(),
  ...Object.fromEntries(FIGURES.map((figure) => [figure, figureWords[figure]()])),
});

/** What somebody else saved while the form was open, beside each field that differs. */
export function studyConflictWords(
  criteria: readonly Criterion[],
  typed: TypedStudy,
  saved: TypedStudy,
): Record<string, string> {
  const words: Record<string, string> = {};
  const compare = (field: string, mine: string, theirs: string, shown = theirs) => {
    if (mine !== theirs) words[field] = sayTheirs(shown);
  };
  for (const { id } of criteria) {
    const theirs = saved.criteria[id] ?? '';
    compare(
      `criterion-${id}`,
      typed.criteria[id] ?? '',
      theirs,
      isCriterionAnswer(theirs) ? criterionWords[theirs]() : m.study_criterion_unsaid(),
    );
  }
  compare(
    'admissible',
    typed.admissible,
    saved.admissible,
    sayAdmissible(saved.admissible === '' ? null : saved.admissible === 'yes'),
  );
  compare('admissibilityNote', typed.admissibilityNote, saved.admissibilityNote);
  for (const figure of FIGURES) compare(figure, typed[figure], saved[figure]);
  return words;
}

export const sayTheirs = (shown: string): string =>
  shown === '' ? m.study_conflict_empty() : m.study_conflict_field({ saved: shown });
