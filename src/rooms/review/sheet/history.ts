import { FIGURES } from './figures.ts';

/** A saving as it was kept: of the office's sheet, or of an opinion. */
export type KeptContent = Readonly<Record<string, unknown>>;

/** What changed in one field. `criterion`: that one's id, where the field is its answer. */
export interface Change {
  field: string;
  criterion?: string;
  from: unknown;
  to: unknown;
}

const FIELDS = [
  'admissible',
  'admissibilityNote',
  'verdict',
  'technical',
  'legal',
  'financial',
  'comment',
  ...FIGURES,
] as const;

/** What differs between two savings, in the order of the form; `before` null: everything that was said. */
export function listChanges(before: KeptContent | null, after: KeptContent): Change[] {
  const criteria = [readCriteria(before), readCriteria(after)] as const;
  const ids = [...new Set(criteria.flatMap((answers) => Object.keys(answers)))];
  const changes: Change[] = [
    ...ids.map((id) => ({
      field: 'criterion',
      criterion: id,
      from: criteria[0][id] ?? null,
      to: criteria[1][id] ?? null,
    })),
    ...FIELDS.map((field) => ({
      field,
      from: before?.[field] ?? null,
      to: after[field] ?? null,
    })),
  ];
  return changes.filter(({ from, to }) => (from ?? '') !== (to ?? ''));
}

function readCriteria(content: KeptContent | null): Record<string, unknown> {
  const criteria = content?.criteria;
  return criteria && typeof criteria === 'object' ? (criteria as Record<string, unknown>) : {};
}
