import * as m from '../../paraglide/messages.js';
import type { UploadRefusal } from '../../platform/files/upload.ts';
import { formatDate } from '../../ui/format.ts';
import type { StateBadgeProps } from '../../ui/tag.tsx';
import type { Level, Mandate, MandateRefusal, MandateState } from './mandate.ts';

/** « Municipal » */
export const levelWords: Record<Level, () => string> = {
  municipal: m.mandates_level_municipal,
  intercommunal: m.mandates_level_intercommunal,
  departmental: m.mandates_level_departmental,
  regional: m.mandates_level_regional,
  national: m.mandates_level_national,
  european: m.mandates_level_european,
};

export const stateWords: Record<MandateState, () => string> = {
  invited: m.mandates_state_invited,
  waiting: m.mandates_state_waiting,
  verified: m.mandates_state_verified,
  ended: m.mandates_state_ended,
  refused: m.mandates_state_refused,
  withdrawn: m.mandates_state_withdrawn,
};

export const stateTones: Record<MandateState, NonNullable<StateBadgeProps['tone']>> = {
  invited: 'neutral',
  waiting: 'now',
  verified: 'success',
  ended: 'neutral',
  refused: 'danger',
  withdrawn: 'neutral',
};

export const mandateProblems: Record<
  MandateRefusal | 'not-a-day' | 'ends-later' | 'declared-already' | 'meanwhile',
  () => string
> = {
  'level-missing': m.mandates_problem_level,
  'body-missing': m.mandates_problem_body,
  'territory-missing': m.mandates_problem_territory,
  'office-missing': m.mandates_problem_office,
  'too-long': m.mandates_problem_long,
  'code-unreadable': m.mandates_problem_code,
  'ends-before-it-begins': m.mandates_problem_order,
  'ended-already': m.mandates_problem_over,
  'begins-later': m.mandates_problem_later,
  'not-a-day': m.mandates_problem_day,
  'ends-later': m.mandates_problem_ends_later,
  'declared-already': m.mandates_problem_twice,
  meanwhile: m.mandates_problem_meanwhile,
};

export const proofProblems: Record<UploadRefusal, () => string> = {
  'file-empty': m.requests_file_empty,
  'file-too-large': m.requests_file_too_large,
  'file-kind': m.requests_file_kind,
  'file-damaged': m.requests_file_damaged,
  'picture-too-large': m.requests_file_too_large,
  'pdf-active': m.requests_file_pdf_active,
  'pdf-locked': m.requests_file_pdf_locked,
  'document-active': m.requests_file_kind,
  'document-locked': m.requests_file_kind,
  'document-too-complex': m.requests_file_kind,
  'video-too-large': m.requests_file_kind,
  infected: m.attachments_infected,
  'scan-failed': m.attachments_scan_failed,
};

/** A day of a mandate, as it is read. */
export const sayDay = (day: string): string => formatDate(new Date(`${day}T12:00:00Z`), 'day');

/** « Du 4 juillet 2020 au 22 mars 2026 », « Depuis le 4 juillet 2020 ». */
export const sayDays = ({ beganOn, endsOn }: Pick<Mandate, 'beganOn' | 'endsOn'>): string =>
  endsOn
    ? m.mandates_days({ from: sayDay(beganOn), to: sayDay(endsOn) })
    : m.mandates_since({ from: sayDay(beganOn) });
