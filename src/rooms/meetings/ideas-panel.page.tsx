import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { Actions, Panel } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import { type Meeting, yieldsIdeas } from './meeting.ts';
import { meetingSegment } from './meeting-words.page.ts';

/** For who runs it: which ideas concern it, and those that people had there, once it has begun. */
export function IdeasPanel({ meeting, now }: { meeting: Meeting; now: Date }) {
  const at = { meeting: meetingSegment(meeting) };
  return (
    <Panel title={m.afterlife_meeting_title()}>
      <Actions>
        {yieldsIdeas(meeting, now) && (
          <ButtonLink icon="plus" href={urls.meetingDeposit(at)}>
            {m.afterlife_workshop_button()}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" icon="idea" href={urls.meetingIdeas(at)}>
          {m.afterlife_meeting_button()}
        </ButtonLink>
      </Actions>
    </Panel>
  );
}
