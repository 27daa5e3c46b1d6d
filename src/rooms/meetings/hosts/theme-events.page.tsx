import * as m from '../../../paraglide/messages.js';
import { Stack } from '../../../ui/layout.tsx';
import { MeetingLines } from '../agenda.page.tsx';
import type { Meeting } from '../meeting.ts';
import { WhenLinks } from './when-links.page.tsx';

interface Props {
  meetings: readonly Meeting[];
  when: 'coming' | 'past';
  now: Date;
  /** Of the theme's page. */
  path: string;
}

/** Events of a theme, those to come or those that were (R109). */
export function ThemeEvents({ meetings, when, now, path }: Props) {
  return (
    <Stack>
      <WhenLinks
        when={when}
        href={(other) => (other === 'past' ? `${path}?evenements=passes` : path)}
      />
      {meetings.length > 0 ? (
        <MeetingLines meetings={meetings} now={now} />
      ) : (
        <p>{when === 'past' ? m.meetings_theme_none_past() : m.meetings_theme_none()}</p>
      )}
    </Stack>
  );
}
