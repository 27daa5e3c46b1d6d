import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import type { Contribution } from '../../platform/http/contribution.ts';
import type { FollowedThing, ProfilePart, Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { findBoard } from './boards/board.store.ts';
import { acceptsIdeas, type Board } from './boards/board.ts';
import { addressesOf } from './boards/board-address.page.ts';
import { seesBoard } from './boards/board-load.routes.ts';
import { findHeldContribution, seesHeld } from './held/held-ideas.routes.ts';
import { findIdea } from './idea.store.ts';
import type { Idea } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import { listShownIdeasOf } from './own-ideas.store.ts';

/** An idea as rooms that attach to it may know it: of a public edition, or of a space that the visitor sees. */
export async function findContribution(visit: Visit, id: string): Promise<Contribution | null> {
  const { db, organisation } = visit;
  const idea = isUuid(id) ? await findIdea(db, organisation.id, id) : null;
  if (!idea) return isUuid(id) ? findHeldContribution(visit, id) : null;
  const board = await findBoard(db, organisation.id, idea.editionId);
  if (!board || !(await seesBoard(visit, board))) return null;
  // once it was refused, its notice is everybody's
  if (idea.held && !idea.held.isRefused && !seesHeld(visit, idea.authorId, board)) return null;
  return asContribution(idea, board, await readNow(db));
}

/** An idea as whoever follows it finds it; what is hidden is not there. */
export async function findFollowedIdea(visit: Visit, id: string): Promise<FollowedThing | null> {
  const idea = await findContribution(visit, id);
  return idea && !idea.isHidden ? { title: idea.title, href: idea.href } : null;
}

/** The same of an idea that the visitor sees, read already. */
export function asContribution(idea: Idea, board: Board, now: Date): Contribution {
  return {
    kind: 'idea',
    id: idea.id,
    title: idea.title,
    text: idea.body,
    isHidden: idea.isHidden,
    href: addressesOf(board).idea({
      idea: idea.isHidden ? String(idea.number) : ideaSegment(idea),
    }),
    authorId: idea.authorId,
    spaceId: board.kind === 'component' ? board.space.id : null,
    componentId: board.kind === 'component' ? board.id : null,
    lang: idea.lang,
    comments: commentsOf(idea, board, now),
  };
}

/** What was withdrawn is read with what was said of it, and nothing is added. */
function commentsOf({ withdrawal }: Idea, board: Board, now: Date): Contribution['comments'] {
  if (board.kind === 'edition')
    return board.edition.commentsOpen
      ? { isOpen: !board.edition.archivedAt, aligned: true, depth: 3, rated: true }
      : null;
  const { comments } = board.component.settings;
  return comments && { ...comments, isOpen: acceptsIdeas(board, now) && !withdrawal };
}

/** The newest ideas of somebody that this visitor may read, for their profile. */
export async function listIdeasOfPerson(visit: Visit, personId: string): Promise<ProfilePart[]> {
  const ids = await listShownIdeasOf(visit.db, visit.organisation.id, personId, MOST_OF_PERSON);
  const ideas = await Promise.all(ids.map((id) => findContribution(visit, id)));
  const items = ideas.flatMap((idea) =>
    idea && !idea.isHidden ? { title: idea.title, href: idea.href, lang: idea.lang } : [],
  );
  return items.length > 0 ? [{ title: m.profiles_part_ideas(), items }] : [];
}

const MOST_OF_PERSON = 20;
