import * as m from '../../../paraglide/messages.js';
import type { Room } from '../../../platform/room.ts';
import { findBoard } from '../boards/board.store.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import { ideaSegment } from '../idea-address.ts';
import { listIdeasOfMeeting } from './meeting-link.store.ts';

/** On the page of an event, the ideas linked to it (R125): they stand in its own space, which its readers see. */
export const relateIdeas: NonNullable<Room['findRelated']> = async (
  db,
  organisationId,
  { kind, id },
) => {
  if (kind !== 'meeting') return [];
  const ideas = await listIdeasOfMeeting(db, organisationId, id);
  const ids = [...new Set(ideas.map(({ boardId }) => boardId))];
  const boards = await Promise.all(ids.map((boardId) => findBoard(db, organisationId, boardId)));
  return ideas.flatMap(({ number, title, boardId, relation }) => {
    const board = boards.find((one) => one?.id === boardId);
    if (!board || (board.kind === 'component' && board.component.isHidden)) return [];
    return [
      {
        label:
          relation === 'came-out'
            ? m.afterlife_meeting_came_out({ number })
            : m.afterlife_meeting_spoken_of({ number }),
        title,
        href: addressesOf(board).idea({ idea: ideaSegment({ number, title }) }),
      },
    ];
  });
};
