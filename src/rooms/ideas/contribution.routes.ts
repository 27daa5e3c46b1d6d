import type { Contribution } from '../../platform/http/contribution.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { findEditionById } from '../spaces/index.ts';
import { findIdea } from './idea.store.ts';
import { ideaSegment } from './idea-address.ts';

/** An idea as rooms that attach to it may know it: of a public edition. */
export async function findContribution(
  { db, organisation }: Visit,
  id: string,
): Promise<Contribution | null> {
  const idea = isUuid(id) ? await findIdea(db, organisation.id, id) : null;
  const edition = idea && (await findEditionById(db, organisation.id, idea.editionId));
  if (!idea || !edition?.openedAt) return null;
  return {
    kind: 'idea',
    id,
    title: idea.title,
    text: idea.body,
    isHidden: idea.isHidden,
    href: urls.idea({
      edition: edition.slug,
      idea: idea.isHidden ? idea.number : ideaSegment(idea),
    }),
    authorId: idea.authorId,
    spaceId: null,
    lang: idea.lang,
    comments: { isOpen: !edition.archivedAt, aligned: true, depth: 3, rated: true },
  };
}
