import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const inNetwork =
  (words: (inputs: { title: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ title: typeof detail.title === 'string' ? detail.title : '' });

/** Sentences of every fact of this room. */
export const mandateFactWords: Record<string, (fact: RecordedFact) => string> = {
  'mandate.declared': inNetwork(m.mandates_fact_declared),
  'mandate.corrected': inNetwork(m.mandates_fact_corrected),
  'mandate.verified': inNetwork(m.mandates_fact_verified),
  'mandate.refused': inNetwork(m.mandates_fact_refused),
  'mandate.withdrawn': inNetwork(m.mandates_fact_withdrawn),
  'mandate.end-told': inNetwork(m.mandates_fact_end_told),
  'mandate.accepted': inNetwork(m.mandates_fact_accepted),
  'mandate.invitation-withdrawn': inNetwork(m.mandates_fact_invitation_withdrawn),
  'team.asked': inNetwork(m.team_fact_asked),
  'team.accepted': inNetwork(m.team_fact_accepted),
  'team.declined': inNetwork(m.team_fact_declined),
  'team.left': inNetwork(m.team_fact_left),
  'team.shown': inNetwork(m.team_fact_shown),
  'team.unshown': inNetwork(m.team_fact_unshown),
  'member-body.added': inNetwork(m.bodies_fact_added),
  'member-body.changed': inNetwork(m.bodies_fact_changed),
  'mandate.imported': ({ detail }) =>
    m.mandates_fact_imported({
      title: typeof detail.title === 'string' ? detail.title : '',
      count: Number(detail.count ?? 0),
    }),
};
