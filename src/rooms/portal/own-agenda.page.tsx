import * as m from '../../paraglide/messages.js';
import { formatDateTime, formatTime } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { OwnMeetingLines } from '../meetings/index.page.ts';
import type { OwnMeeting } from '../meetings/index.ts';

/** Hours at a point of vote, in its edition. */
export interface PlacedShift {
  slotId: string;
  point: { name: string; address: string };
  opensAt: Date;
  closesAt: Date;
  edition: { slug: string; title: string };
}

interface Props {
  /** Meetings to come where they stand for the town. */
  expected: readonly OwnMeeting[];
  shifts: readonly PlacedShift[];
  /** Meetings to come for which they are registered as anybody may be. */
  registered: readonly OwnMeeting[];
  /** Address for an agenda program; null: nobody of the town. */
  feed: string | null;
}

/** Where one is expected for the town, then what one is registered for (R55). */
export function OwnAgendaPage({ expected, shifts, registered, feed }: Props) {
  const nothing = expected.length + shifts.length + registered.length === 0;
  return (
    <>
      <PageHeader
        title={m.myspace_agenda()}
        lead={m.myspace_agenda_lead()}
        breadcrumb={[{ label: m.myspace_title(), href: urls.mySpace() }]}
      />
      {nothing && (
        <EmptyState icon="calendar-days" title={m.myspace_agenda_none()}>
          <p>
            <a href={urls.agenda()}>{m.myspace_agenda_all()}</a>
          </p>
        </EmptyState>
      )}
      {expected.length > 0 && (
        <Section title={m.myspace_agenda_expected()}>
          <OwnMeetingLines meetings={expected} />
        </Section>
      )}
      {shifts.length > 0 && (
        <Section title={m.myspace_agenda_shifts()}>
          <List>
            {shifts.map(({ slotId, point, opensAt, closesAt, edition }) => (
              <p key={slotId}>
                <a href={urls.votePoints({ edition: edition.slug })}>
                  <bdi>{point.name}</bdi>
                </a>
                <br />
                <span class="hint">
                  {m.myspace_agenda_hours({
                    from: formatDateTime(opensAt),
                    to: formatTime(closesAt),
                  })}{' '}
                  · <bdi>{point.address}</bdi> · <bdi>{edition.title}</bdi>
                </span>
              </p>
            ))}
          </List>
        </Section>
      )}
      {registered.length > 0 && (
        <Section title={m.myspace_agenda_registered()}>
          <OwnMeetingLines meetings={registered} />
        </Section>
      )}
      {feed && (
        <Section title={m.myspace_agenda_feed()}>
          <p>{m.myspace_agenda_feed_words()}</p>
          <p>
            <a href={feed}>{m.myspace_agenda_feed_link()}</a>
          </p>
          <p class="hint">{m.myspace_agenda_feed_hint()}</p>
        </Section>
      )}
    </>
  );
}
