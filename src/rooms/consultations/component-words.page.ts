import * as m from '../../paraglide/messages.js';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Component, ComponentKind, ComponentState } from './component.ts';
import type { SpaceKind } from './space.ts';

export const spaceKindWords: Record<SpaceKind, () => string> = {
  consultation: m.participation_kind_consultation,
  forum: m.participation_kind_forum,
  congress: m.participation_kind_congress,
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
};

/** « 1 494 idées » */
export const countWords = (kind: ComponentKind, count: number): string =>
  componentWords[kind].count({ count, shown: formatNumber(count) });

/** Where a component stands, with its date where one is known. */
export function componentStateWords(
  state: ComponentState,
  { opensAt, closesAt }: Pick<Component, 'opensAt' | 'closesAt'>,
): string {
  switch (state) {
    case 'before':
      return opensAt
        ? m.participation_component_from({ date: formatDateTime(opensAt, 'day') })
        : m.participation_component_soon();
    case 'open':
      return closesAt
        ? m.participation_component_until({ date: formatDateTime(closesAt, 'day') })
        : m.participation_component_open();
    case 'closed':
      return m.participation_component_closed();
  }
}
