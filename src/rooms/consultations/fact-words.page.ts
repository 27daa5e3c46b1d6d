import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** About a space, and one of its parts where the sentence names one. */
const of =
  (words: (inputs: { title: string; part: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({
      title: text(detail.title),
      part: text(detail.theme) || text(detail.component) || text(detail.name),
    });

/** Sentences of every fact of this room. */
export const spaceFactWords: Record<string, (fact: RecordedFact) => string> = {
  'space.created': of(m.spaceoffice_fact_created),
  'space.changed': of(m.spaceoffice_fact_changed),
  'space.opened': of(m.spaceoffice_fact_opened),
  'space.closed': of(m.spaceoffice_fact_closed),
  'space.abandoned': of(m.spaceoffice_fact_abandoned),
  'space.theme-added': of(m.spaceoffice_fact_theme_added),
  'space.theme-changed': of(m.spaceoffice_fact_theme_changed),
  'space.theme-removed': of(m.spaceoffice_fact_theme_removed),
  'space.component-added': of(m.spaceoffice_fact_component_added),
  'space.component-changed': of(m.spaceoffice_fact_component_changed),
  'space.component-hidden': of(m.spaceoffice_fact_component_hidden),
  'space.component-shown': of(m.spaceoffice_fact_component_shown),
  'space.co-organiser-added': of(m.spaceoffice_fact_co_organiser_added),
  'space.co-organiser-changed': of(m.spaceoffice_fact_co_organiser_changed),
  'space.co-organiser-removed': of(m.spaceoffice_fact_co_organiser_removed),
  'space.members-added': ({ detail }) =>
    m.spaceoffice_fact_members_added({
      title: text(detail.title),
      count: Number(detail.count ?? 0),
    }),
  'space.member-removed': of(m.spaceoffice_fact_member_removed),
};
