import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { type Page, page } from '../../../platform/http/visit.ts';
import { Column, Panel } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Prose } from '../../../ui/text.tsx';
import type { Meeting } from '../meeting.ts';

/** An event that nobody but its host sees, since moderators read it first. */
export const heldMeetingPage = (meeting: Meeting, held: NonNullable<Meeting['held']>): Page =>
  page({ title: meeting.title, section: 'agenda', body: <HeldEvent {...{ meeting, held }} /> });

function HeldEvent({
  meeting: { title, description, lang },
  held: { isRefused },
}: {
  meeting: Meeting;
  held: NonNullable<Meeting['held']>;
}) {
  const other = lang === null || lang === getLocale() ? {} : { lang };
  return (
    <Column>
      <PageHeader title={title} {...other} />
      <Notice
        tone={isRefused ? 'warning' : 'info'}
        title={isRefused ? m.meetings_held_refused_state() : m.meetings_held_state()}
      >
        {isRefused ? m.meetings_held_refused_words() : m.meetings_held_words()}
      </Notice>
      <Panel>
        <Prose text={description} {...other} />
      </Panel>
    </Column>
  );
}
