import * as m from '../../../paraglide/messages.js';
import { formatDate } from '../../../ui/format.ts';
import { StateBadge, type StateBadgeProps } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { daysLeft, type OpinionState, type StudyStage } from './assignment.ts';
import type { SettleRefusal } from './opinion-writing.store.ts';
import type { ReturnRefusal } from './return.store.ts';
import type { RunRefusal } from './run.store.ts';
import type { UndoRefusal } from './run.ts';

/** A day `YYYY-MM-DD` in words. */
export const sayDay = (day: string, shape: 'day' | 'long' | 'short' = 'day'): string =>
  formatDate(new Date(`${day}T12:00:00Z`), shape);

/** A day as three fields show it. */
export function typeDay(day: string): { day: string; month: string; year: string } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}

type Look = { words: () => string; tone: NonNullable<StateBadgeProps['tone']> };

export const stageLooks: Record<StudyStage | 'late', Look> = {
  unassigned: { words: m.assign_stage_unassigned, tone: 'warning' },
  returned: { words: m.assign_stage_returned, tone: 'warning' },
  asked: { words: m.assign_stage_asked, tone: 'now' },
  answered: { words: m.assign_stage_answered, tone: 'success' },
  decided: { words: m.assign_stage_decided, tone: 'neutral' },
  late: { words: m.assign_stage_late, tone: 'danger' },
};

export const opinionLooks: Record<OpinionState, Look> = {
  asked: { words: m.assign_opinion_asked, tone: 'now' },
  given: { words: m.assign_opinion_given, tone: 'success' },
  returned: { words: m.assign_opinion_returned, tone: 'warning' },
  withdrawn: { words: m.assign_opinion_withdrawn, tone: 'neutral' },
};

export function StageBadge({ stage }: { stage: StudyStage | 'late' }) {
  const { tone, words } = stageLooks[stage];
  return <StateBadge tone={tone}>{words()}</StateBadge>;
}

/** How long is left, in words and with an icon: never by colour alone. */
export function DueBadge({ dueOn, today }: { dueOn: string; today: string }) {
  const left = daysLeft(dueOn, today);
  if (left < 0) return <StateBadge tone="danger">{m.assign_late({ count: -left })}</StateBadge>;
  if (left === 0) return <StateBadge tone="warning">{m.assign_due_today()}</StateBadge>;
  return (
    <StateBadge tone={left <= 7 ? 'warning' : 'neutral'} icon="clock">
      {m.assign_days_left({ count: left })}
    </StateBadge>
  );
}

/** Every refusal of a question, beside the field that it concerns. */
export const askWords: Record<RunRefusal, { field: string; words: () => string }> = {
  'department-missing': { field: 'confier', words: m.assign_refused_department },
  'department-closed': { field: 'confier', words: m.assign_refused_closed },
  'already-asked': { field: 'confier', words: m.assign_refused_asked },
  'already-given': { field: 'confier', words: m.assign_refused_given },
  'due-missing': { field: 'echeance', words: m.assign_refused_day },
  'due-past': { field: 'echeance', words: m.assign_refused_past },
  'due-far': { field: 'echeance', words: m.assign_refused_far },
  'request-too-long': { field: 'demande', words: m.assign_refused_request },
  'idea-decided': { field: 'form', words: m.assign_refused_decided },
  'nothing-chosen': { field: 'form', words: m.assign_refused_nothing },
};

export const settledWords: Record<SettleRefusal, () => string> = {
  'not-asked-any-more': m.assign_settled_gone,
  'already-given': m.assign_settled_given,
};

/** Of a return; what concerns the whole form is under `form`. */
export const returnWords: Record<ReturnRefusal, { field: string; words: () => string }> = {
  'comment-missing': { field: 'commentaire', words: m.assign_return_missing },
  'comment-too-long': { field: 'commentaire', words: m.assign_refused_request },
  'changed-meanwhile': { field: 'form', words: m.assign_return_changed },
  'not-asked-any-more': { field: 'form', words: m.assign_settled_gone },
  'already-given': { field: 'form', words: m.assign_settled_given },
};

export const undoWords: Record<UndoRefusal, () => string> = {
  'under-way': m.assign_undo_under_way,
  undone: m.assign_undo_undone,
  begun: m.assign_undo_begun,
};

/** Departments to choose from, closed ones left out. */
export const departmentOptions = (departments: readonly Department[]) =>
  departments
    .filter(({ closedAt }) => closedAt === null)
    .map(({ id, name }) => ({ value: id, label: name }));

export const nameOf = (departments: readonly Department[], id: string | null): string =>
  departments.find((one) => one.id === id)?.name ?? '';

export function studyCrumbs(edition: Edition, { list = true } = {}) {
  const at = { edition: edition.slug };
  return [
    { label: m.site_nav_admin(), href: urls.admin() },
    { label: edition.title, href: urls.adminEdition(at) },
    ...(list ? [{ label: m.assign_list_title(), href: urls.adminStudy(at) }] : []),
  ];
}
