import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const named =
  (words: (inputs: { name: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ name: typeof detail.name === 'string' ? detail.name : '' });

/** Sentences of every fact of this room. */
export const groupFactWords: Record<string, (fact: RecordedFact) => string> = {
  'group.founded': named(m.groups_fact_founded),
  'group.brought-in': named(m.groups_fact_brought_in),
  'group.changed': named(m.groups_fact_changed),
  'group.joined': named(m.groups_fact_joined),
  'group.join-asked': named(m.groups_fact_join_asked),
  'group.join-declined': named(m.groups_fact_join_declined),
  'group.left': named(m.groups_fact_left),
  'group.member-removed': named(m.groups_fact_member_removed),
  'group.role-changed': named(m.groups_fact_role_changed),
  'group.treasurer-marked': named(m.groups_fact_treasurer_marked),
  'group.treasurer-unmarked': named(m.groups_fact_treasurer_unmarked),
  'group.invited': named(m.groups_fact_invited),
  'group.invitation-withdrawn': named(m.groups_fact_invitation_withdrawn),
  'group.action-declared': named(m.groups_fact_action_declared),
  'group.action-removed': named(m.groups_fact_action_removed),
  'group.certification-requested': named(m.groups_fact_requested),
  'group.certification-granted': named(m.groups_fact_granted),
  'group.certification-refused': named(m.groups_fact_refused),
  'group.certification-warned': named(m.groups_fact_warned),
  'group.certification-lifted': named(m.groups_fact_lifted),
  'group.certification-lost': named(m.groups_fact_lost),
  'group.certification-withdrawn': named(m.groups_fact_withdrawn),
  'group.criteria-changed': () => m.groups_fact_criteria(),
};
