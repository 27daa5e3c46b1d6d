import { type CriterionSetting, MOST_CRITERIA } from './criteria.ts';
import type { Typed } from './edition-form-words.page.ts';
import { closeGaps } from './form-rows.ts';

/** Criteria as rows of a form: `criterion-1-name`, `criterion-1-help`, `criterion-1-asked`. */
const PARTS = ['id', 'name', 'help', 'asked'] as const;

export function typeCriteria(criteria: readonly CriterionSetting[]): Typed {
  return Object.assign(
    {},
    ...Array.from({ length: MOST_CRITERIA }, (_, at) => {
      const one = criteria[at];
      return {
        [`criterion-${at + 1}-id`]: one?.id ?? '',
        [`criterion-${at + 1}-name`]: one?.name ?? '',
        [`criterion-${at + 1}-help`]: one?.help ?? '',
        [`criterion-${at + 1}-asked`]: one?.askedOfHolder ? 'oui' : '',
      };
    }),
  );
}

/** A row whose wording was emptied is taken out; the ones after it move up. */
export function closeCriteria(typed: Typed): Typed {
  return closeGaps(typed, 'criterion', MOST_CRITERIA, PARTS, (part) => part('name') === '');
}

export function readCriteria(typed: Typed): CriterionSetting[] {
  return Array.from({ length: MOST_CRITERIA }, (_, at): CriterionSetting => {
    const part = (name: string) => typed[`criterion-${at + 1}-${name}`] ?? '';
    return {
      id: part('id') || null,
      name: part('name').replaceAll(/\s+/g, ' ').trim(),
      help: part('help').trim(),
      askedOfHolder: part('asked') === 'oui',
    };
  }).filter(({ name }) => name !== '');
}
