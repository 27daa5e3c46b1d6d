import * as m from '../../../paraglide/messages.js';
import type { Problems } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { FactorRefusal } from './factor.ts';

/** Name of each field of these forms, by what it holds. */
export const FACTOR_FIELDS = {
  code: 'code',
  /** What the browser's script writes: the device's answer, as JSON. */
  passkey: 'cle',
  name: 'nom',
  currentPassword: 'mot-de-passe-actuel',
} as const;

const words: Record<FactorRefusal, [keyof typeof FACTOR_FIELDS | 'form', () => string]> = {
  'code-missing': ['code', m.factor_refused_code_missing],
  'code-refused': ['code', m.factor_refused_code],
  'passkey-refused': ['form', m.factor_refused_passkey],
  'passkey-known': ['form', m.factor_refused_passkey_known],
  'passkey-name-missing': ['name', m.factor_refused_passkey_name_missing],
  'passkey-name-too-long': ['name', m.factor_refused_passkey_name_too_long],
  'current-password-refused': ['currentPassword', m.identity_refused_current_password],
};

/** Words beside each field, in the order of the form. */
export function factorProblems(refusals: readonly FactorRefusal[]): Problems {
  return Object.fromEntries(
    refusals.map((refusal) => {
      const [field, say] = words[refusal];
      return [field === 'form' ? 'form' : FACTOR_FIELDS[field], say()];
    }),
  );
}

/** A day of the calendar: noon in UTC is that day in Paris too. */
export function dayText(day: string): string {
  return formatDate(new Date(`${day}T12:00:00Z`), 'day');
}
