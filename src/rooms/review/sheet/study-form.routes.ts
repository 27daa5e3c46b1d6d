import type { Form } from '../../../platform/http/form.ts';
import type { Edition } from '../../spaces/index.ts';
import { type Criterion, contentOf, isCriterionAnswer, type StudyContent } from './study.ts';
import type { TypedStudy } from './study-part.page.tsx';
import { readFigures, readTypedFigures, typeFigures } from './typed-figures.routes.ts';
import type { SheetRefusal } from './words.page.ts';

/** What the edition asks of every idea. */
export const criteriaOf = (
  edition: Edition & { criteria?: readonly Criterion[] },
): readonly Criterion[] => edition.criteria ?? [];

export const typeStudy = (study: StudyContent): TypedStudy => ({
  criteria: { ...study.criteria },
  admissible: study.admissible === null ? '' : study.admissible ? 'yes' : 'no',
  admissibilityNote: study.admissibilityNote,
  ...typeFigures(study),
});

export const readTypedStudy = (form: Form, criteria: readonly Criterion[]): TypedStudy => ({
  criteria: Object.fromEntries(criteria.map(({ id }) => [id, form.text(`criterion-${id}`)])),
  admissible: form.text('admissible'),
  admissibilityNote: form.text('admissibilityNote'),
  ...readTypedFigures(form),
});

export function readStudy(typed: TypedStudy): {
  content: StudyContent;
  problems: Partial<Record<string, SheetRefusal>>;
} {
  const { figures, problems } = readFigures(typed);
  const criteria = Object.entries(typed.criteria).flatMap(([id, answer]) =>
    isCriterionAnswer(answer) ? [[id, answer] as const] : [],
  );
  const content = contentOf({
    ...figures,
    criteria: Object.fromEntries(criteria),
    admissible: typed.admissible === 'yes' ? true : typed.admissible === 'no' ? false : null,
    admissibilityNote: typed.admissibilityNote,
  });
  return { content, problems };
}
