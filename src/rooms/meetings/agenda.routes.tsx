import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, mayIn, type Route } from '../../platform/http/route.ts';
import { type Answer, type Attachable, page, type Visit } from '../../platform/http/visit.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import type { Problems } from '../../ui/form.tsx';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { COMMENTS_SCRIPT } from '../comments/index.page.ts';
import { loadComments } from '../comments/index.routes.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { showHidden } from '../moderation/index.routes.ts';
import { loadFollowing } from '../notifications/index.routes.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { findEditionById, listEditions, readNumber } from '../spaces/index.ts';
import { AgendaPage } from './agenda.page.tsx';
import { readFilter } from './agenda.ts';
import type { NamedEdition } from './agenda-filters.page.tsx';
import { answerCalendar, entryOf } from './calendar.routes.ts';
import { asContribution } from './contribution.routes.ts';
import { findClosing } from './hosts/closing.store.ts';
import { heldMeetingPage } from './hosts/held-event.page.tsx';
import { loadPlaced, type Placed, mayRun as runs } from './hosts/placed.routes.ts';
import { showHosted } from './hosts/show-hosted.routes.ts';
import { MeetingPage } from './meeting.page.tsx';
import { findMeeting, listFeed, listMeetings } from './meeting.store.ts';
import { hostsMeeting, type Meeting, stateOf } from './meeting.ts';
import { meetingSegment } from './meeting-words.page.ts';
import { listPresences } from './presence.store.ts';
import type { TypedRegistration } from './registration.page.tsx';
import { findOwnRegistration } from './registration.store.ts';
import { findReport, listPhotos } from './report.store.ts';
import { rightsOver } from './sessions/rights.routes.ts';
import { countSessions } from './sessions/session.store.ts';

/** The public agenda, a meeting, and both as agenda programs read them. */
export const agendaRoutes: readonly Route[] = [
  get(
    urls.agenda,
    'anyone',
    async (visit) => {
      const { db, organisation, url } = visit;
      const filter = readFilter((name) => url.searchParams.get(name));
      const editions = await listEditions(db, organisation.id);
      const edition = editions.find(({ slug }) => slug === filter.edition);
      // an edition that is not there has no meetings
      if (filter.edition && !edition) found(null, 'edition');
      const now = await readNow(db);
      const { meetings, next } = await listMeetings(db, organisation.id, {
        ...filter,
        now,
        editionId: edition?.id ?? null,
      });
      return page({
        title: m.meetings_title(),
        section: 'agenda',
        description: m.meetings_lead(),
        scripts: meetings.some(({ point }) => point) ? [MAP_SCRIPT] : [],
        body: (
          <AgendaPage
            filter={filter}
            meetings={meetings}
            next={next}
            editions={editions}
            subjects={await findSubjects(visit, meetings)}
            ground={drawnGround(await shareGround(visit))}
            now={now}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(urls.agendaFeed, 'anyone', async (visit) => {
    const { db, organisation, url } = visit;
    const filter = readFilter((name) => url.searchParams.get(name));
    const editions = filter.edition ? await listEditions(db, organisation.id) : [];
    const edition = editions.find(({ slug }) => slug === filter.edition);
    if (filter.edition && !edition) found(null, 'edition');
    const meetings = await listFeed(db, organisation.id, {
      editionId: edition?.id ?? null,
      kind: filter.kind,
    });
    return answerCalendar(
      organisation.name,
      meetings.map((meeting) => entryOf(visit, meeting)),
    );
  }),

  get(
    urls.meeting,
    'anyone',
    async (visit) => {
      const meeting = await findPublished(visit);
      if (meeting.held) return heldMeetingPage(meeting, meeting.held);
      if (meeting.isHidden)
        return showHidden(visit, {
          kind: 'meeting',
          id: meeting.id,
          authorId: meeting.hostId,
          spaceId: (await loadPlaced(visit, meeting))?.space.id ?? null,
          address: urls.meeting({ meeting: meeting.number }),
        });
      return showMeeting(visit, meeting);
    },
    { cached: true },
  ),

  get(urls.meetingIcs, 'anyone', async (visit) => {
    const meeting = await loadMeeting(visit);
    return answerCalendar(meeting.title, [entryOf(visit, meeting)]);
  }),
];

/** The meeting of the address, as this visitor may see it: a draft is not there, and what is hidden is gone. */
export async function loadMeeting(visit: Visit<'meeting'>): Promise<Meeting> {
  const meeting = await findPublished(visit);
  if (meeting.isHidden) throw new Refused(410, 'hidden');
  return meeting;
}

async function findPublished(visit: Visit<'meeting'>): Promise<Meeting> {
  const { db, organisation, params } = visit;
  const number = found(readNumber(params.meeting), 'meeting');
  const numbered = await findMeeting(db, organisation.id, { number });
  // what waits to be read, or was refused then, is its host's alone
  const isThere = numbered?.held
    ? hostsMeeting(visit.visitor, numbered)
    : numbered?.publishedAt != null;
  const meeting = found(isThere ? numbered : null, 'meeting');
  await loadPlaced(visit, meeting);
  return meeting;
}

interface Shown {
  typed?: TypedRegistration;
  problems?: Problems;
  status?: 409 | 422;
}

/** The page of a meeting, with a form that came back where there is one. */
export async function showMeeting(
  visit: Visit,
  meeting: Meeting,
  { typed = { name: '', email: '', profile: '' }, problems = {}, status = 422 }: Shown = {},
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const placed = await loadPlaced(visit, meeting);
  const [
    now,
    edition,
    subjects,
    presences,
    own,
    report,
    photos,
    comments,
    related,
    hosted,
    closing,
    following,
    sessions,
    { mayRun },
  ] = await Promise.all([
    readNow(db),
    findEdition(visit, meeting),
    findSubjects(visit, [meeting]),
    listPresences(db, organisation.id, { meetingIds: [meeting.id] }),
    visitor ? findOwnRegistration(db, organisation.id, meeting.id, visitor.id) : null,
    findReport(db, organisation.id, meeting.id),
    listPhotos(db, organisation.id, meeting.id),
    loadComments(visit, await asContribution(visit, meeting, placed)),
    visit.findRelated({ kind: 'meeting', id: meeting.id }),
    placed ? showHosted(visit, meeting, placed) : null,
    placed ? findClosing(db, organisation.id, meeting.id) : null,
    loadFollowing(visit, { kind: 'meeting', id: meeting.id }),
    countSessions(db, organisation.id, meeting.id),
    rightsOver(visit, meeting),
  ]);
  const nicknames = await listPublicNicknames(
    db,
    organisation.id,
    presences.map(({ personId }) => personId),
  );
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: meeting.title,
    section: 'agenda',
    description: excerptOf(meeting.description),
    scripts: [...(meeting.point ? [MAP_SCRIPT] : []), ...(comments?.form ? [COMMENTS_SCRIPT] : [])],
    ...(faulty && { status, faulty }),
    body: (
      <MeetingPage
        meeting={meeting}
        now={now}
        edition={edition}
        about={subjects.get(meeting.id) ?? null}
        present={presences.flatMap(({ personId }) => nicknames.get(personId) ?? [])}
        // what was promised of a meeting that is cancelled after all is no report
        report={stateOf(meeting, now) === 'over' ? report : null}
        photos={photos}
        comments={comments}
        related={related}
        linksIdeas={mayLinkIdeas(visit, meeting, placed)}
        programme={{ sessions, mayRun }}
        hosted={hosted}
        closing={closing}
        following={following}
        ground={drawnGround(await shareGround(visit))}
        registration={{
          nickname: visitor?.nickname ?? null,
          own,
          signInHref: urls.signIn({ vers: urls.meeting({ meeting: meetingSegment(meeting) }) }),
          typed,
          problems,
        }}
      />
    ),
  });
}

/** Whoever runs it says which ideas concern it; one of no edition and no space has no ideas beside it. */
const mayLinkIdeas = (visit: Visit, meeting: Meeting, placed: Placed | null): boolean =>
  visit.visitor !== null &&
  (placed
    ? runs(visit, meeting, placed)
    : meeting.editionId !== null && mayIn('organiser', visit.visitor, meeting.editionId));

/** What meetings are about, by their ids, as everybody may see it: an edition is asked once, however many are of it. */
async function findSubjects(
  visit: Visit,
  meetings: readonly Meeting[],
): Promise<Map<string, Attachable>> {
  const aiming = meetings.filter(({ target }) => target !== null);
  const editionIds = [...new Set(aiming.flatMap(({ editionId }) => editionId ?? []))];
  const known = (await Promise.all(editionIds.map((id) => visit.listAttachables(id)))).flat();
  return new Map(
    aiming.flatMap(({ id, target }): [string, Attachable][] => {
      const about = known.find((one) => one.kind === target?.kind && one.id === target.id);
      return about ? [[id, about]] : [];
    }),
  );
}

/** Where everybody may see it: an edition that is being prepared is not named. */
async function findEdition(
  { db, organisation }: Visit,
  { editionId }: Meeting,
): Promise<NamedEdition | null> {
  const edition = editionId && (await findEditionById(db, organisation.id, editionId));
  return edition && edition.openedAt !== null ? edition : null;
}
