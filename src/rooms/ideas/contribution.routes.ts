import type { Contribution } from '../../platform/http/contribution.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { type Edition, findEditionById } from '../spaces/index.ts';
import { findIdea } from './idea.store.ts';
import type { Idea } from './idea.ts';
import { ideaSegment } from './idea-address.ts';

/** An idea as rooms that attach to it may know it: of a public edition. */
export async function findContribution(
  { db, organisation }: Visit,
  id: string,
): Promise<Contribution | null> {
  const idea = isUuid(id) ? await findIdea(db, organisation.id, id) : null;
  const edition = idea && (await findEditionById(db, organisation.id, idea.editionId));
  return idea && edition?.openedAt ? asContribution(idea, edition) : null;
}

/** The same of an idea that everybody may see, read already. */
export function asContribution(idea: Idea, edition: Edition): Contribution {
  return {
    kind: 'idea',
    id: idea.id,
    title: idea.title,
    href: urls.idea({ edition: edition.slug, idea: ideaSegment(idea) }),
    authorId: idea.authorId,
    spaceId: null,
    lang: idea.lang,
    comments: edition.commentsOpen
      ? { isOpen: !edition.archivedAt, aligned: true, depth: 3, rated: true }
      : null,
  };
}
