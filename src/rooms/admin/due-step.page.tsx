import * as m from '../../paraglide/messages.js';
import { formatDateTime } from '../../ui/format.ts';
import { StateBadge, type StateBadgeProps } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { DueStep, DueStepKind } from './due-steps.ts';

interface StepWords {
  /** What to do, a verb first. */
  title: () => string;
  words: () => string;
  /** What its button says. */
  button: () => string;
  href: (at: { edition: string }) => string;
}

export const dueStepWords: Record<DueStepKind, StepWords> = {
  'open-edition': {
    title: m.admin_step_open_edition,
    words: m.admin_step_open_edition_words,
    button: m.admin_button_open_edition,
    href: urls.adminEditionSetup,
  },
  'declare-services': {
    title: m.dash_step_services,
    words: m.dash_step_services_words,
    button: m.dash_step_services_button,
    href: urls.adminServices,
  },
  'collect-ideas': {
    title: m.admin_step_collect_ideas,
    words: m.admin_step_collect_ideas_words,
    button: m.admin_button_see_ideas,
    href: urls.adminIdeas,
  },
  'assign-ideas': {
    title: m.dash_step_assign,
    words: m.dash_step_assign_words,
    button: m.dash_step_assign_button,
    href: (at) => urls.adminStudy(at, { etat: 'sans-service' }),
  },
  'gather-opinions': {
    title: m.dash_step_opinions,
    words: m.dash_step_opinions_words,
    button: m.dash_step_opinions_button,
    href: (at) => urls.adminStudy(at, { etat: 'en-etude' }),
  },
  'decide-ideas': {
    title: m.decide_step,
    words: m.decide_step_words,
    button: m.decide_step_button,
    href: urls.adminDecisions,
  },
  'publish-decisions': {
    title: m.dash_step_publish,
    words: m.dash_step_publish_words,
    button: m.dash_step_publish_button,
    href: (at) => urls.adminDecisions(at, { etat: 'a-publier' }),
  },
  'make-projects': {
    title: m.admin_step_make_projects,
    words: m.admin_step_make_projects_words,
    button: m.admin_button_see_ideas_to_cost,
    href: urls.adminIdeas,
  },
  'freeze-list': {
    title: m.admin_step_freeze_list,
    words: m.admin_step_freeze_list_words,
    button: m.admin_button_freeze_list,
    href: urls.adminFreezeList,
  },
  'open-poll': {
    title: m.admin_step_open_poll,
    words: m.admin_step_open_poll_words,
    button: m.admin_button_prepare_poll,
    href: urls.adminPoll,
  },
  'hold-vote': {
    title: m.admin_step_hold_vote,
    words: m.admin_step_hold_vote_words,
    button: m.admin_button_see_poll,
    href: urls.adminPoll,
  },
  'seal-poll': {
    title: m.admin_step_seal_poll,
    words: m.admin_step_seal_poll_words,
    button: m.admin_button_seal,
    href: urls.adminPoll,
  },
  'count-poll': {
    title: m.admin_step_count_poll,
    words: m.admin_step_count_poll_words,
    button: m.admin_button_count,
    href: urls.adminPoll,
  },
  'publish-result': {
    title: m.admin_step_publish_result,
    words: m.admin_step_publish_result_words,
    button: m.admin_button_publish,
    href: urls.adminPoll,
  },
  'open-survey': {
    title: m.dash_step_survey,
    words: m.dash_step_survey_words,
    button: m.dash_step_survey_button,
    href: urls.adminSurvey,
  },
  'read-survey': {
    title: m.dash_step_read,
    words: m.dash_step_read_words,
    button: m.dash_step_read_button,
    href: urls.adminSurvey,
  },
  'follow-up': {
    title: m.admin_step_follow_up,
    words: m.admin_step_follow_up_words,
    button: m.admin_button_follow,
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

/**
 * « à faire avant le … », or « jusqu’au … » for what only waits. Opinions may be late, each on its own day, before
 * the day of the whole: the list says which.
 */
export function dueWords({ kind, state, due }: DueStep): string | null {
  if (due === null || state === 'done') return null;
  const date = formatDateTime(due);
  if (kind === 'collect-ideas' || kind === 'hold-vote' || kind === 'read-survey')
    return m.admin_waits_until({ date });
  return state === 'late' && kind !== 'gather-opinions'
    ? m.admin_was_due({ date })
    : m.admin_due_before({ date });
}
