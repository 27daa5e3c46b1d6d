import * as m from '../../paraglide/messages.js';
import { formatDateTime } from '../../ui/format.ts';
import { StateBadge, type StateBadgeProps } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { DueStep, DueStepKind } from './due-steps.ts';

interface StepWords {
  /** What to do, a verb first. */
  title: () => string;
  words: () => string;
  href: (at: { edition: string }) => string;
}

export const dueStepWords: Record<DueStepKind, StepWords> = {
  'open-edition': {
    title: m.admin_step_open_edition,
    words: m.admin_step_open_edition_words,
    href: urls.adminEditionOpen,
  },
  'collect-ideas': {
    title: m.admin_step_collect_ideas,
    words: m.admin_step_collect_ideas_words,
    href: urls.adminIdeas,
  },
  'make-projects': {
    title: m.admin_step_make_projects,
    words: m.admin_step_make_projects_words,
    href: urls.adminIdeas,
  },
  'freeze-list': {
    title: m.admin_step_freeze_list,
    words: m.admin_step_freeze_list_words,
    href: urls.adminFreezeList,
  },
  'open-poll': {
    title: m.admin_step_open_poll,
    words: m.admin_step_open_poll_words,
    href: urls.adminPoll,
  },
  'hold-vote': {
    title: m.admin_step_hold_vote,
    words: m.admin_step_hold_vote_words,
    href: urls.adminPoll,
  },
  'seal-poll': {
    title: m.admin_step_seal_poll,
    words: m.admin_step_seal_poll_words,
    href: urls.adminPoll,
  },
  'count-poll': {
    title: m.admin_step_count_poll,
    words: m.admin_step_count_poll_words,
    href: urls.adminPoll,
  },
  'publish-result': {
    title: m.admin_step_publish_result,
    words: m.admin_step_publish_result_words,
    href: urls.adminPoll,
  },
  'follow-up': {
    title: m.admin_step_follow_up,
    words: m.admin_step_follow_up_words,
    href: urls.deliveries,
  },
};

const stateLooks: Record<
  DueStep['state'],
  Pick<StateBadgeProps, 'tone'> & { words: () => string }
> = {
  done: { tone: 'success', words: m.admin_state_done },
  now: { tone: 'now', words: m.admin_state_now },
  late: { tone: 'danger', words: m.admin_state_late },
  waiting: { tone: 'info', words: m.admin_state_waiting },
  later: { tone: 'neutral', words: m.admin_state_later },
};

export function StepState({ state }: { state: DueStep['state'] }) {
  const { tone, words } = stateLooks[state];
  return <StateBadge {...(tone && { tone })}>{words()}</StateBadge>;
}

/** « à faire avant le … », or « jusqu’au … » for what only waits. */
export function dueWords({ state, due }: DueStep): string | null {
  if (due === null || state === 'done') return null;
  const date = formatDateTime(due);
  if (state === 'waiting') return m.admin_waits_until({ date });
  return state === 'late' ? m.admin_was_due({ date }) : m.admin_due_before({ date });
}
