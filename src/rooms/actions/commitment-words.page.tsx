import * as m from '../../paraglide/messages.js';
import { formatNumber } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { PictureKind } from '../../ui/placeholder-picture.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import type { Action, ActionKind } from './action.ts';
import type { CallRefusal } from './call.ts';
import {
  type CommitmentProblem,
  type CommitmentState,
  type CommitRefusal,
  countMissing,
} from './commitment.ts';
import type { ReportProblem, ReportRefusal } from './report.ts';

export const kindLooks: Record<
  ActionKind,
  { label(): string; icon: IconName; drawn: PictureKind }
> = {
  union: { label: m.commit_kind_union, icon: 'megaphone', drawn: 'town' },
  solidarity: { label: m.commit_kind_solidarity, icon: 'solidarity', drawn: 'solidarity' },
};

/** « encore 2 groupes », « finançable »… */
export function ActionState({ action }: { action: Pick<Action, 'state'> }) {
  if (action.state === 'fundable')
    return <StateBadge tone="success">{m.commit_state_fundable()}</StateBadge>;
  if (action.state === 'archived') return <StateBadge>{m.commit_state_archived()}</StateBadge>;
  return <StateBadge tone="now">{m.commit_state_seeking()}</StateBadge>;
}

/** « 3/5 · encore 2 groupes »; of a fundable one that it is open to all. */
export function sayProgress(
  action: Pick<Action, 'state' | 'commitments'>,
  threshold: number,
): string {
  if (action.state === 'fundable') return m.commit_progress_reached();
  if (action.state === 'archived') return m.commit_progress_archived();
  const figure = `${formatNumber(action.commitments)}/${formatNumber(threshold)}`;
  return `${figure} · ${m.commit_missing({ count: countMissing(action, threshold) })}`;
}

/** How far the commitments are from the threshold, with the words beside. */
export function ThresholdBar({
  action,
  threshold,
}: {
  action: Pick<Action, 'state' | 'commitments'>;
  threshold: number;
}) {
  const share =
    action.state === 'published' ? Math.min(100, (100 * action.commitments) / threshold) : 100;
  const figure =
    action.state === 'published'
      ? `${formatNumber(action.commitments)}/${formatNumber(threshold)}`
      : formatNumber(action.commitments);
  return (
    <div class="envelope">
      <div class="envelope-head">
        <p class="envelope-label">{m.commit_groups()}</p>
        <p class="envelope-total">{figure}</p>
      </div>
      <svg class="envelope-bar" aria-hidden="true">
        <rect class="envelope-track" width="100%" height="100%" />
        <rect class="envelope-used" width={`${Math.round(share)}%`} height="100%" />
      </svg>
      <p class="envelope-words">
        <span>{m.commit_groups_count({ count: action.commitments })}</span>
        <strong class="envelope-left">
          {action.state === 'published'
            ? m.commit_missing({ count: countMissing(action, threshold) })
            : sayProgress(action, threshold)}
        </strong>
      </p>
    </div>
  );
}

export const commitmentStates: Record<
  CommitmentState,
  { tone: 'info' | 'success' | 'neutral'; words(): string }
> = {
  committed: { tone: 'info', words: m.commit_is_committed },
  done: { tone: 'success', words: m.commit_is_done },
  withdrawn: { tone: 'neutral', words: m.commit_is_withdrawn },
};

export const commitmentProblems: Record<CommitmentProblem, () => string> = {
  'promise-missing': m.commit_problem_promise,
  'text-too-long': m.commit_problem_long,
  'day-missing': m.commit_problem_day,
  'period-backwards': m.commit_problem_backwards,
  'period-past': m.commit_problem_past,
  'period-far': m.commit_problem_far,
};

export const commitRefusals: Record<CommitRefusal, () => string> = {
  gone: m.commit_refused_gone,
  'not-yours': m.commit_refused_not_yours,
  'not-certified': m.commit_refused_not_certified,
  'not-open': m.commit_refused_not_open,
  'committed-already': m.commit_refused_already,
  'not-committed': m.commit_refused_not_committed,
  'done-already': m.commit_refused_done,
};

export const reportProblems: Record<ReportProblem, () => string> = {
  'day-unreadable': m.commit_problem_day,
  'day-to-come': m.commit_problem_day_to_come,
  'day-too-old': m.commit_problem_day_too_old,
  'text-too-long': m.commit_problem_long,
  'place-missing': m.commit_problem_place,
  'people-unreadable': m.commit_problem_people,
  'worked-missing': m.commit_problem_worked,
  'reported-already': m.commit_problem_reported,
};

export const reportRefusals: Record<ReportRefusal, () => string> = {
  gone: m.commit_refused_gone,
  'not-yours': m.commit_refused_not_yours,
  'not-theirs': m.commit_refused_not_theirs,
  'reported-already': m.commit_problem_reported,
  'changed-meanwhile': m.commit_refused_meanwhile,
};

export const callRefusals: Record<CallRefusal, () => string> = {
  gone: m.commit_refused_gone,
  'not-yours': m.commit_refused_not_yours,
  'not-committed': m.commit_refused_call_not_committed,
  'not-open': m.commit_refused_not_open,
  'words-missing': m.commit_problem_words,
  'words-too-long': m.commit_problem_long,
  'nobody-near': m.commit_refused_nobody,
  'sent-today': m.commit_refused_today,
};
