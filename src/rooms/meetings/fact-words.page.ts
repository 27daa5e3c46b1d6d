import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const titled =
  (words: (inputs: { title: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ title: typeof detail.title === 'string' ? detail.title : '' });

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

const ofSession =
  (words: (inputs: { title: string; session: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ title: said(detail.title), session: said(detail.session) });

/** Sentences of every fact of this room. */
export const meetingFactWords: Record<string, (fact: RecordedFact) => string> = {
  'meeting.made': titled(m.meetings_fact_made),
  'meeting.proposed': titled(m.meetings_fact_proposed),
  'meeting.closed': titled(m.meetings_fact_closed),
  'meeting.changed': titled(m.meetings_fact_changed),
  'meeting.published': titled(m.meetings_fact_published),
  'meeting.cancelled': titled(m.meetings_fact_cancelled),
  'meeting.removed': titled(m.meetings_fact_removed),
  'meeting.reported': titled(m.meetings_fact_reported),
  'meeting.registration-removed': titled(m.meetings_fact_registration_removed),
  'meeting.session-added': ofSession(m.congress_fact_added),
  'meeting.session-changed': ofSession(m.congress_fact_changed),
  'meeting.session-cancelled': ofSession(m.congress_fact_cancelled),
  'meeting.presence-added': titled(m.meetings_fact_presence_added),
  'meeting.presence-removed': titled(m.meetings_fact_presence_removed),
};
