import * as m from '../../paraglide/messages.js';
import type { IconName } from '../../ui/icon.tsx';
import type {
  ActKind,
  Assessed,
  Criterion,
  DecisionRefusal,
  RequestRefusal,
} from './certification.ts';
import type { Group, GroupKind, GroupRefusal } from './group.ts';
import type { Gender, GroupRole, MembershipRefusal } from './membership.ts';
import type { ActionRefusal } from './public-action.ts';

export const kindWords: Record<GroupKind, () => string> = {
  local: m.groups_kind_local,
  thematic: m.groups_kind_thematic,
  functional: m.groups_kind_functional,
  'county-loop': m.groups_kind_loop,
};

export const kindIcons: Record<GroupKind, IconName> = {
  local: 'place',
  thematic: 'idea',
  functional: 'settings',
  'county-loop': 'share',
};

export const roleWords: Record<GroupRole, () => string> = {
  member: m.groups_role_member,
  manager: m.groups_role_manager,
  lead: m.groups_role_lead,
};

export const genderWords: Record<Gender, () => string> = {
  woman: m.groups_gender_woman,
  man: m.groups_gender_man,
  other: m.groups_gender_other,
};

export const actWords: Record<ActKind, () => string> = {
  requested: m.groups_act_requested,
  granted: m.groups_act_granted,
  refused: m.groups_act_refused,
  warned: m.groups_act_warned,
  lifted: m.groups_act_lifted,
  lost: m.groups_act_lost,
  withdrawn: m.groups_act_withdrawn,
};

/** What a criterion asks, with its number. */
export const criterionWords: Record<Criterion, (inputs: { count: number }) => string> = {
  leads: m.groups_criterion_leads,
  age: m.groups_criterion_age,
  members: m.groups_criterion_members,
  actions: m.groups_criterion_actions,
  elsewhere: m.groups_criterion_elsewhere,
};

/** How the group stands. */
export const figureWords: Record<Criterion, (inputs: { count: number }) => string> = {
  leads: m.groups_figure_leads,
  age: m.groups_figure_age,
  members: m.groups_figure_members,
  actions: m.groups_figure_actions,
  elsewhere: ({ count }) =>
    count === 0 ? m.groups_figure_elsewhere_none() : m.groups_figure_elsewhere({ count }),
};

/** What to do where it is not met. */
export const remedyWords: Record<Criterion, () => string> = {
  leads: m.groups_remedy_leads,
  age: m.groups_remedy_age,
  members: m.groups_remedy_members,
  actions: m.groups_remedy_actions,
  elsewhere: m.groups_remedy_elsewhere,
};

/** A criterion alone, without its number: in a history. */
export const criterionNames: Record<Criterion, () => string> = {
  leads: m.groups_criterion_name_leads,
  age: m.groups_criterion_name_age,
  members: m.groups_criterion_name_members,
  actions: m.groups_criterion_name_actions,
  elsewhere: m.groups_criterion_name_elsewhere,
};

/** One line of a letter: what is missing. */
export const missingWords = ({ criterion, needed, figure, names }: Assessed): string =>
  [
    criterionWords[criterion]({ count: needed }),
    figureWords[criterion]({ count: figure }),
    ...(names.length > 0 ? [`(${names.join(', ')})`] : []),
  ].join(' ');

export const groupProblems: Record<GroupRefusal, () => string> = {
  'name-missing': m.groups_problem_name,
  'text-too-long': m.groups_problem_long,
  'place-missing': m.groups_problem_place,
  'county-missing': m.groups_problem_county,
};

export const membershipProblems: Record<MembershipRefusal, () => string> = {
  'last-lead': m.groups_problem_last_lead,
  'not-yours': m.groups_problem_not_yours,
  gone: m.groups_problem_gone,
};

export const actionProblems: Record<ActionRefusal, () => string> = {
  'title-missing': m.groups_problem_action_title,
  'text-too-long': m.groups_problem_long,
  'day-to-come': m.groups_problem_day_to_come,
  'day-too-old': m.groups_problem_day_old,
  'place-missing': m.groups_problem_action_place,
  'people-unreadable': m.groups_problem_people,
  'declared-already': m.groups_problem_declared,
};

export const requestProblems: Record<RequestRefusal, () => string> = {
  'charter-not-accepted': m.groups_problem_charter,
  'criteria-unmet': m.groups_problem_unmet,
  'certified-already': m.groups_problem_certified,
  'requested-already': m.groups_problem_requested,
};

export const decisionProblems: Record<DecisionRefusal, () => string> = {
  'not-requested': m.groups_problem_not_requested,
  'criteria-unmet': m.groups_problem_unmet_now,
  'not-certified': m.groups_problem_not_certified,
};

export type GroupStanding = 'certified' | 'warned' | 'requested' | 'none';

export function standingOf(
  group: Pick<Group, 'certifiedAt' | 'warnedAt' | 'requestedAt'>,
): GroupStanding {
  if (group.certifiedAt) return group.warnedAt ? 'warned' : 'certified';
  return group.requestedAt ? 'requested' : 'none';
}

export const standingWords: Record<GroupStanding, () => string> = {
  certified: m.groups_standing_certified,
  warned: m.groups_standing_warned,
  requested: m.groups_standing_requested,
  none: m.groups_standing_none,
};

export const standingTones = {
  certified: 'success',
  warned: 'warning',
  requested: 'info',
  none: 'neutral',
} as const;

/** A day of Paris for a date formatter. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
