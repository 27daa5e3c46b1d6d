/** Who may vote and by which channels, out of what an officer chose for each method. */
import { type Admission, METHODS, type Method, usualAdmission } from '../../electorate/index.ts';
import { PAPER_RULES, type PaperRule } from '../settings.ts';
import type { Typed } from './opening-settings.ts';

/** One field a method: not asked for, asked for, or one of those that are enough. */
export const admissionField = (method: Method) => `admit-${method}`;
export const ADMISSION_FIELDS = [...METHODS.map(admissionField), 'account', 'paper'];

export function readAdmission(typed: Typed): { admission: Admission; paper: PaperRule } {
  const chosen = (how: string) => METHODS.filter((method) => typed[admissionField(method)] === how);
  // a form that does not ask, as those of imports, leaves what is usual
  if (!typed.account) return { admission: usualAdmission, paper: 'none' };
  return {
    admission: {
      required: chosen('required'),
      oneOf: chosen('one-of'),
      withoutAccount: typed.account === 'non',
    },
    paper: PAPER_RULES.find((rule) => rule === typed.paper) ?? 'none',
  };
}

export function typeAdmission({ required, oneOf, withoutAccount }: Admission): Typed {
  return {
    ...Object.fromEntries(required.map((method) => [admissionField(method), 'required'])),
    ...Object.fromEntries(oneOf.map((method) => [admissionField(method), 'one-of'])),
    account: withoutAccount ? 'non' : 'oui',
  };
}
