import * as m from '../../../paraglide/messages.js';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { recordTakenExport } from '../../../platform/journal/taken-export.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { findContacts } from '../../identity/index.ts';
import { loadMeeting } from '../agenda.routes.tsx';
import type { Meeting } from '../meeting.ts';
import { type ListedPerson, SessionPeoplePage } from './people.page.tsx';
import { rightsOver } from './rights.routes.ts';
import { findSession, listSignedUp, type SignedUp } from './session.store.ts';
import type { Session } from './session.ts';

/** People on a page of the list, and lines of the file that are read at once. */
const SHOWN = 100;
const READ_AT_ONCE = 500;

/** Who signed up for a session, for who answers for the meeting: its office, or who organises its space. */
export const sessionPeopleRoutes: readonly Route[] = [
  get(urls.sessionPeople, 'signed-in', async (visit) => {
    const { meeting, session } = await loadToList(visit);
    const { db, organisation, url } = visit;
    const asked = url.searchParams.get('apres') ?? '';
    const people = await listSignedUp(db, organisation.id, session.id, {
      after: isUuid(asked) ? asked : null,
      limit: SHOWN + 1,
    });
    const shown = people.slice(0, SHOWN);
    return page({
      title: m.congress_people_title(),
      section: 'agenda',
      body: (
        <SessionPeoplePage
          meeting={meeting}
          session={session}
          people={await nameThem(visit, meeting, shown)}
          nextHref={
            people.length > SHOWN
              ? urls.sessionPeople(
                  { meeting: meeting.number, session: session.id },
                  { apres: shown.at(-1)!.personId },
                )
              : undefined
          }
        />
      ),
    });
  }),

  get(urls.sessionCsv, 'signed-in', async (visit) => {
    const { meeting, session } = await loadToList(visit);
    const { db, organisation } = visit;
    await recordTakenExport(visit, meeting.editionId, { title: session.title, format: 'csv' });
    const isOffice = meeting.componentId === null;
    const lines = [
      CSV_MARK,
      writeCsvLine([
        m.meetings_name(),
        ...(isOffice ? [m.meetings_email()] : []),
        m.meetings_state(),
        m.meetings_registered_at(),
      ]),
    ];
    let after: string | null = null;
    do {
      const people: SignedUp[] = await listSignedUp(db, organisation.id, session.id, {
        after,
        limit: READ_AT_ONCE,
      });
      for (const one of await nameThem(visit, meeting, people))
        lines.push(
          writeCsvLine([
            one.name,
            ...(isOffice ? [one.email ?? ''] : []),
            one.isSeated ? m.meetings_seated() : m.meetings_waits(),
            formatDateTime(one.askedAt),
          ]),
        );
      after = people.length < READ_AT_ONCE ? null : people.at(-1)!.personId;
    } while (after);
    return new Response(lines.join(''), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="inscrits-seance-${meeting.number}.csv"`,
      },
    });
  }),
];

async function loadToList(
  visit: SignedInVisit<'meeting' | 'session'>,
): Promise<{ meeting: Meeting; session: Session }> {
  const meeting = await loadMeeting(visit);
  const { mayList } = await rightsOver(visit, meeting);
  found(mayList ? meeting : null, 'meeting');
  const session = await findSession(visit.db, visit.organisation.id, visit.params.session);
  if (session?.meetingId !== meeting.id) throw notFound('session');
  return { meeting, session };
}

/** Of the office's own meetings names and addresses, as of those who come to them; in a space, nicknames alone. */
async function nameThem(
  { db, organisation }: SignedInVisit,
  { componentId }: Meeting,
  people: readonly SignedUp[],
): Promise<ListedPerson[]> {
  const ids = people.map(({ personId }) => personId);
  const contacts = await findContacts(db, organisation.id, ids);
  return people.flatMap(({ personId, askedAt, seatedAt }) => {
    const contact = contacts.get(personId);
    if (!contact) return [];
    const isOffice = componentId === null;
    return {
      name: isOffice ? contact.name : contact.nickname,
      email: isOffice ? contact.email : null,
      isSeated: seatedAt !== null,
      askedAt,
    };
  });
}
