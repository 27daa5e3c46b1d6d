import type { Visit } from '../../../platform/http/visit.ts';
import { countFollowers, type Followed, isFollowing } from './follow.store.ts';
import type { Following } from './following.ts';

/** How this visitor stands with a thing that may be followed; it is counted once for all its readers, however many. */
export async function loadFollowing(visit: Visit, target: Followed): Promise<Following> {
  const { db, organisation, visitor } = visit;
  const [followers, follows] = await Promise.all([
    visit.share(`followers of ${target.kind} ${target.id}`, () =>
      countFollowers(db, organisation.id, target),
    ),
    visitor !== null && isFollowing(db, organisation.id, target, visitor.id),
  ]);
  return { followers, isFollowing: follows, signedIn: visitor !== null };
}
