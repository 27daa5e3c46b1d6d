/** Labels under which accounts speak for an organisation or a commission (R136). */

export type LabelProblem =
  | 'label-missing'
  | 'label-too-long'
  | 'label-unreadable'
  | 'label-is-nickname';

/** Characters. */
export const LONGEST_LABEL = 80;

/** `key`: as look-alikes of names are compared (identity). */
export function checkLabel(label: string, key: string): LabelProblem | null {
  if (label === '') return 'label-missing';
  if (label.length > LONGEST_LABEL) return 'label-too-long';
  const isPlain = !/[^\p{L}\p{M}\p{N} ._'’·&(),/:-]/u.test(label);
  const isPiled = /\p{M}{4}/u.test(label.normalize('NFD'));
  return isPlain && !isPiled && key.length >= 2 ? null : 'label-unreadable';
}

export interface OfficialAccount {
  id: string;
  personId: string;
  label: string;
  givenAt: Date;
  /** null: it holds. */
  endedAt: Date | null;
}
