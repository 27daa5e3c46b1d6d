import * as m from '../../../paraglide/messages.js';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, mayIn, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import { isIdeaKind, listComponents } from '../../consultations/index.ts';
import { meetingSegment } from '../../meetings/index.page.ts';
import { loadMeeting, loadPlaced, loadRun } from '../../meetings/index.routes.ts';
import type { Meeting } from '../../meetings/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { readBoard } from '../boards/board.store.ts';
import { type Board, boardOfEdition } from '../boards/board.ts';
import { listIdeas, listNewestOf } from '../idea-list.store.ts';
import { readFilter } from '../idea-list.ts';
import { type LinkedIdea, MOST_SETTLED, readRelation } from './links.ts';
import { MeetingIdeasPage } from './meeting-ideas.page.tsx';
import { listIdeasOfMeeting, settleIdeasOfMeeting } from './meeting-link.store.ts';

/** Of each board, where nothing is searched, and where something is. */
const SHOWN = 10;

type MeetingVisit = SignedInVisit<'meeting'>;

/** Whoever runs an event says which ideas came out of it, and which were spoken of (R125, R126). */
export const meetingIdeasRoutes: readonly Route[] = [
  get(urls.meetingIdeas, 'signed-in', async (visit) => {
    const { meeting, boards } = await load(visit);
    const { db, organisation, url } = visit;
    const { search } = readFilter(url.searchParams, []);
    const [linked, ideas] = await Promise.all([
      listIdeasOfMeeting(db, organisation.id, meeting.id),
      findIdeas(visit, boards, search),
    ]);
    return page({
      title: m.afterlife_meeting_title(),
      section: 'agenda',
      body: <MeetingIdeasPage {...{ meeting, boards, linked, search, ideas }} />,
    });
  }),

  post(urls.meetingIdeas, 'signed-in', async (visit) => {
    const { meeting, boards } = await load(visit);
    const form = await visit.form();
    const ids = form.all('idee').filter(isUuid).slice(0, MOST_SETTLED);
    await settleIdeasOfMeeting(
      visit.db,
      visit.organisation.id,
      {
        id: meeting.id,
        title: meeting.title,
        boardIds: boards.map(({ id }) => id),
        by: visit.visitor.id,
      },
      new Map(ids.map((id) => [id, readRelation(form.text(`lien-${id}`))])),
    );
    const at = { meeting: meetingSegment(meeting) };
    return seeOther(visit, urls.meetingIdeas(at), 'meeting-ideas-saved');
  }),
];

/** The event of the address, for who runs it, with the boards of its edition, or of its theme: to others it is not there. */
async function load(visit: MeetingVisit): Promise<{ meeting: Meeting; boards: Board[] }> {
  const meeting = await loadMeeting(visit);
  const { db, organisation, visitor } = visit;
  if ((await loadPlaced(visit, meeting)) === null) {
    const { editionId } = meeting;
    if (editionId === null || !mayIn('organiser', visitor, editionId)) throw notFound('meeting');
    const edition = found(await findEditionById(db, organisation.id, editionId), 'edition');
    return { meeting, boards: [boardOfEdition(edition)] };
  }
  const { placed } = await loadRun(visit, meeting);
  const { space, component } = placed;
  const components = (await listComponents(db, organisation.id, space.id)).filter(
    ({ kind, isHidden, themeId }) =>
      isIdeaKind(kind) &&
      !isHidden &&
      (component.themeId === null || themeId === null || themeId === component.themeId),
  );
  const boards = await Promise.all(
    components.map((one) => readBoard(db, organisation.id, space, one)),
  );
  return { meeting, boards: boards.filter((board) => board !== null) };
}

/** The newest of each board, or those that hold the words that are searched. */
async function findIdeas(
  { db, organisation }: MeetingVisit,
  boards: readonly Board[],
  search: string,
): Promise<LinkedIdea[]> {
  const ids = boards.map(({ id }) => id);
  const ofBoard = async (boardId: string) => {
    const asked = { editionId: boardId, sort: 'recentes', search, cursor: null } as const;
    const { ideas } = await listIdeas(db, organisation.id, {
      ...asked,
      categoryId: null,
      outcome: null,
    });
    return [boardId, ideas.slice(0, SHOWN)] as const;
  };
  const found =
    search === ''
      ? await listNewestOf(db, organisation.id, ids, SHOWN)
      : new Map(await Promise.all(ids.map(ofBoard)));
  return ids.flatMap((boardId) => (found.get(boardId) ?? []).map((idea) => ({ ...idea, boardId })));
}
