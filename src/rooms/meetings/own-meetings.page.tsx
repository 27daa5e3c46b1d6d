import * as m from '../../paraglide/messages.js';
import { List } from '../../ui/list.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { meetingSegment, placeWords, stateWords, timeWords } from './meeting-words.page.ts';
import type { OwnMeeting } from './own-meetings.store.ts';

const asWords: Record<OwnMeeting['as'], () => string> = {
  present: m.meetings_own_as_present,
  seated: m.meetings_own_as_seated,
  waiting: m.meetings_own_as_waiting,
};

/** The reader's own meetings to come, on their page and on their desk (R55). */
export function OwnMeetingLines({ meetings }: { meetings: readonly OwnMeeting[] }) {
  return (
    <List>
      {meetings.map(({ meeting, as }) => (
        <p key={meeting.id}>
          <a href={urls.meeting({ meeting: meetingSegment(meeting) })}>
            <bdi>{meeting.title}</bdi>
          </a>{' '}
          {meeting.cancelledAt ? (
            <StateBadge tone="danger">{stateWords.cancelled()}</StateBadge>
          ) : (
            <StateBadge tone={as === 'waiting' ? 'warning' : 'info'}>{asWords[as]()}</StateBadge>
          )}
          <br />
          <span class="hint">
            {timeWords(meeting)} · <bdi>{placeWords(meeting)}</bdi>
          </span>
        </p>
      ))}
    </List>
  );
}
