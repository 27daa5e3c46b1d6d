import * as m from '../../paraglide/messages.js';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Component, ComponentKind, ComponentState } from './component.ts';
import type { SpaceKind } from './space.ts';

export const spaceKindWords: Record<SpaceKind, () => string> = {
  consultation: m.participation_kind_consultation,
  forum: m.participation_kind_forum,
  congress: m.participation_kind_congress,
  network: m.participation_kind_network,
};

type Counted = (said: { count: number; shown: string }) => string;

/** What a kind of component is called, its icon, what a space invites to in one, and how its contents are counted. */
export const componentWords: Record<
  ComponentKind,
  { name(): string; icon: IconName; act(): string; count: Counted }
> = {
  ideas: {
    name: m.participation_part_ideas,
    icon: 'idea',
    act: m.participation_act_ideas,
    count: m.participation_count_ideas,
  },
  'official-proposals': {
    name: m.participation_part_official_proposals,
    icon: 'flag',
    act: m.participation_act_official_proposals,
    count: m.participation_count_official_proposals,
  },
  contributions: {
    name: m.participation_part_contributions,
    icon: 'document',
    act: m.participation_act_contributions,
    count: m.participation_count_contributions,
  },
  needs: {
    name: m.participation_part_needs,
    icon: 'megaphone',
    act: m.participation_act_needs,
    count: m.participation_count_needs,
  },
  events: {
    name: m.participation_part_events,
    icon: 'calendar-days',
    act: m.participation_act_events,
    count: m.participation_count_events,
  },
  pages: {
    name: m.participation_part_pages,
    icon: 'book',
    act: m.participation_act_pages,
    count: m.participation_count_pages,
  },
  survey: {
    name: m.participation_part_survey,
    icon: 'rules',
    act: m.participation_act_survey,
    count: m.participation_count_survey,
  },
  vote: {
    name: m.participation_part_vote,
    icon: 'vote',
    act: m.participation_act_vote,
    count: m.participation_count_vote,
  },
  directory: {
    name: m.participation_part_directory,
    icon: 'user',
    act: m.participation_act_directory,
    count: m.participation_count_directory,
  },
  library: {
    name: m.participation_part_library,
    icon: 'archive',
    act: m.participation_act_library,
    count: m.participation_count_library,
  },
  reports: {
    name: m.participation_part_reports,
    icon: 'document',
    act: m.participation_act_reports,
    count: m.participation_count_reports,
  },
  methods: {
    name: m.participation_part_methods,
    icon: 'education',
    act: m.participation_act_methods,
    count: m.participation_count_methods,
  },
  solutions: {
    name: m.participation_part_solutions,
    icon: 'place',
    act: m.participation_act_solutions,
    count: m.participation_count_solutions,
  },
  positions: {
    name: m.participation_part_positions,
    icon: 'flag',
    act: m.participation_act_positions,
    count: m.participation_count_positions,
  },
  tools: {
    name: m.participation_part_tools,
    icon: 'megaphone',
    act: m.participation_act_tools,
    count: m.participation_count_tools,
  },
  statutes: {
    name: m.participation_part_statutes,
    icon: 'heritage',
    act: m.participation_act_statutes,
    count: m.participation_count_statutes,
  },
  dossiers: {
    name: m.participation_part_dossiers,
    icon: 'settings',
    act: m.participation_act_dossiers,
    count: m.participation_count_dossiers,
  },
  requests: {
    name: m.participation_part_requests,
    icon: 'help',
    act: m.participation_act_requests,
    count: m.participation_count_requests,
  },
  topics: {
    name: m.participation_part_topics,
    icon: 'comment',
    act: m.participation_act_topics,
    count: m.participation_count_topics,
  },
  'mailing-list': {
    name: m.participation_part_mailing_list,
    icon: 'mail',
    act: m.participation_act_mailing_list,
    count: m.participation_count_mailing_list,
  },
  mobilisations: {
    name: m.participation_part_mobilisations,
    icon: 'megaphone',
    act: m.participation_act_mobilisations,
    count: m.participation_count_mobilisations,
  },
  assemblies: {
    name: m.participation_part_assemblies,
    icon: 'citizens',
    act: m.participation_act_assemblies,
    count: m.participation_count_assemblies,
  },
};

/** « 1 494 idées » */
export const countWords = (kind: ComponentKind, count: number): string =>
  componentWords[kind].count({ count, shown: formatNumber(count) });

export const componentStateWords: Record<ComponentState, () => string> = {
  before: m.participation_component_before,
  open: m.participation_component_open,
  closed: m.participation_component_closed,
};

/** The date on which that changes, where one is known. */
export function componentDateWords(
  state: ComponentState,
  { opensAt, closesAt }: Pick<Component, 'opensAt' | 'closesAt'>,
): string | null {
  if (state === 'before' && opensAt)
    return m.participation_component_from({ date: formatDateTime(opensAt, 'day') });
  return state === 'open' && closesAt
    ? m.participation_component_until({ date: formatDateTime(closesAt, 'day') })
    : null;
}
