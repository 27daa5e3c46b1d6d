import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { Meeting } from '../meeting.ts';
import { meetingSegment } from '../meeting-words.page.ts';

interface Props {
  meeting: Meeting;
  programme: { sessions: number; mayRun: boolean };
}

/** On the page of a meeting: the way to its programme, or to make one for who runs it. */
export function ProgrammePanel({ meeting, programme: { sessions, mayRun } }: Props) {
  if (sessions === 0 && !mayRun) return null;
  return (
    <Panel title={m.congress_programme()}>
      <p>{sessions > 0 ? m.congress_count({ count: sessions }) : m.congress_panel_none()}</p>
      <p>
        <ButtonLink
          {...(sessions === 0 && { kind: 'secondary' as const })}
          icon="calendar-days"
          href={urls.programme({ meeting: meetingSegment(meeting) })}
        >
          {sessions > 0 ? m.congress_see() : m.congress_make()}
        </ButtonLink>
      </p>
    </Panel>
  );
}
