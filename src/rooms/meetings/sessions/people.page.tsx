import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Meeting } from '../meeting.ts';
import { meetingSegment, timeWords } from '../meeting-words.page.ts';
import type { Session } from './session.ts';
import { seatWords } from './session-words.page.ts';

/** Somebody who signed up, as those who may read the list are told of them. */
export interface ListedPerson {
  /** The nickname; of the office's own meetings, the name. */
  name: string;
  /** null: not told. */
  email: string | null;
  isSeated: boolean;
  askedAt: Date;
}

interface Props {
  meeting: Meeting;
  session: Session;
  people: readonly ListedPerson[];
  nextHref: string | undefined;
}

/** Who signed up for a session, in the order in which they did. */
export function SessionPeoplePage({ meeting, session, people, nextHref }: Props) {
  const withEmail = people.some(({ email }) => email !== null);
  return (
    <Stack>
      <PageHeader
        title={m.congress_people_title()}
        kicker={session.title}
        lead={`${timeWords(session)} · ${seatWords(session)}`}
        breadcrumb={[
          { label: meeting.title, href: urls.meeting({ meeting: meetingSegment(meeting) }) },
          {
            label: m.congress_programme(),
            href: urls.programme({ meeting: meetingSegment(meeting) }),
          },
        ]}
        {...(people.length > 0 && {
          actions: (
            <ButtonLink
              kind="secondary"
              icon="download"
              href={urls.sessionCsv({ meeting: meeting.number, session: session.id })}
              download
            >
              {m.congress_csv()}
            </ButtonLink>
          ),
        })}
      />
      {people.length === 0 ? (
        <EmptyState icon="citizens" title={m.congress_people_none()}>
          <p>{m.congress_people_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.congress_people_title()}
          captionHidden
          columns={[
            { key: 'name', label: m.meetings_name() },
            ...(withEmail ? [{ key: 'email', label: m.meetings_email() }] : []),
            { key: 'state', label: m.meetings_state() },
            { key: 'at', label: m.meetings_registered_at() },
          ]}
          rows={people.map(({ name, email, isSeated, askedAt }) => ({
            name: <bdi>{name}</bdi>,
            email: email ?? '',
            state: isSeated ? m.meetings_seated() : m.meetings_waits(),
            at: formatDateTime(askedAt),
          }))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </Stack>
  );
}
