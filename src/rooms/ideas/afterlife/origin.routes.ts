import * as m from '../../../paraglide/messages.js';
import type { RelatedLink, Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { meetingSegment } from '../../meetings/index.page.ts';
import { findPlaced } from '../../meetings/index.routes.ts';
import { findMeeting } from '../../meetings/index.ts';
import { findBoard } from '../boards/board.store.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import { seesBoard } from '../boards/board-load.routes.ts';
import type { Idea } from '../idea.ts';
import { ideaSegment } from '../idea-address.ts';
import type { LinkedIdea } from './links.ts';
import { listMeetingsOfIdea } from './meeting-link.store.ts';
import { findNeedLinks } from './need.store.ts';

/** Where an idea comes from and what it led to, as this visitor may see it: needs (R181) and events (R125). */
export async function listOrigins(visit: Visit, { id }: Pick<Idea, 'id'>): Promise<RelatedLink[]> {
  const [{ need, answers }, events] = await Promise.all([
    findNeedLinks(visit.db, visit.organisation.id, id),
    listEvents(visit, id),
  ]);
  const seen = await seeIdeas(visit, need ? [need, ...answers] : answers);
  return [
    ...events,
    ...seen.map(({ idea, href }) => ({
      label:
        idea === need
          ? m.afterlife_born_of({ number: idea.number })
          : m.afterlife_led_to({ number: idea.number }),
      title: idea.title,
      href,
    })),
  ];
}

/** Those that this visitor may see, with where they are; each board is asked once. */
async function seeIdeas<Linked extends LinkedIdea>(
  visit: Visit,
  ideas: readonly Linked[],
): Promise<{ idea: Linked; href: string }[]> {
  const ofBoards = [...Map.groupBy(ideas, ({ boardId }) => boardId)];
  const seen = await Promise.all(
    ofBoards.map(async ([boardId, those]) => {
      const board = await findBoard(visit.db, visit.organisation.id, boardId);
      if (!board || !(await seesBoard(visit, board))) return [];
      const to = addressesOf(board);
      return those.map((idea) => ({ idea, href: to.idea({ idea: ideaSegment(idea) }) }));
    }),
  );
  const flat = seen.flat();
  return ideas.flatMap((idea) => flat.find((one) => one.idea === idea) ?? []);
}

/** Events it came out of, or where it was spoken of. */
async function listEvents(visit: Visit, ideaId: string): Promise<RelatedLink[]> {
  const { db, organisation } = visit;
  const links = await listMeetingsOfIdea(db, organisation.id, ideaId);
  const shown = await Promise.all(
    links.map(async ({ meetingId, relation }): Promise<RelatedLink[]> => {
      const meeting = await findMeeting(db, organisation.id, { id: meetingId });
      if (!meeting?.publishedAt || meeting.isHidden || !(await findPlaced(visit, meeting)))
        return [];
      const label =
        relation === 'came-out' ? m.afterlife_came_out_of() : m.afterlife_spoken_of_at();
      return [
        { label, title: meeting.title, href: urls.meeting({ meeting: meetingSegment(meeting) }) },
      ];
    }),
  );
  return shown.flat();
}
