import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Actions, Panel } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import { type Meeting, type MeetingState, stateOf } from '../meeting.ts';

/** Where an event of a space stands, and who runs it, for its page. */
export interface HostedProps {
  space: { slug: string; title: string };
  component: { slug: string; title: string };
  /** null: who proposed it has no public name. */
  host: string | null;
  /** For whom they spoke as they announced it; null: for themselves (R136). */
  official: string | null;
  /** Name of its category; null: none, or the theme is not cut. */
  category: string | null;
  /** Whether the reader runs it: its host, or the team of its space. */
  mayRun: boolean;
  /** Whether the reader may tell what became of it now (R124). */
  mayClose: boolean;
  isClosed: boolean;
}

/** Registering where that is done elsewhere: who runs that place is said before one goes there. */
export function ExternalRegistration({ meeting, now }: { meeting: Meeting; now: Date }) {
  if (meeting.externalUrl === null || stateOf(meeting, now) !== 'coming') return null;
  return (
    <Panel title={m.meetings_register()}>
      <p>{m.meetings_external_words({ site: new URL(meeting.externalUrl).host })}</p>
      <p>
        <a href={meeting.externalUrl} rel="nofollow noopener">
          {m.meetings_external_link()}
        </a>
      </p>
    </Panel>
  );
}

/** What who runs it can do: correct and cancel before, tell of it after. */
export function HostPanel({
  meeting,
  state,
  hosted,
}: {
  meeting: Meeting;
  state: MeetingState;
  hosted: HostedProps;
}) {
  const at = { meeting: meeting.number };
  const isAhead = state === 'coming' || state === 'now';
  if (!hosted.mayRun || !(isAhead || hosted.mayClose)) return null;
  return (
    <Panel title={m.meetings_yours()}>
      {isAhead && meeting.takesRegistrations && (
        <p>{m.meetings_registered_count({ seated: meeting.seated, waiting: meeting.waiting })}</p>
      )}
      {hosted.mayClose && !hosted.isClosed && (
        <Notice tone="info">{m.meetings_close_invite()}</Notice>
      )}
      <Actions>
        {isAhead && (
          <>
            <ButtonLink kind="secondary" href={urls.meetingChange(at)}>
              {m.meetings_change()}
            </ButtonLink>
            <ButtonLink kind="quiet" href={urls.meetingCancel(at)}>
              {m.meetings_cancel()}
            </ButtonLink>
          </>
        )}
        {hosted.mayClose && (
          <ButtonLink {...(hosted.isClosed && { kind: 'secondary' })} href={urls.meetingClose(at)}>
            {hosted.isClosed ? m.meetings_close_correct() : m.meetings_close()}
          </ButtonLink>
        )}
      </Actions>
    </Panel>
  );
}
