import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import { FollowPage, FollowsPage } from './follow.page.tsx';
import { follow, listFollowed, unfollow } from './follow.store.ts';

const MOST_LISTED = 200;

/** Following anything of any room (R82): the room of the thing says what it is called and writes the letters. */
export const followRoutes: readonly Route[] = [
  get(urls.follow, 'signed-in', async (visit) => {
    const { target, thing } = await loadTarget(visit);
    return page({
      title: m.follow_title(),
      body: <FollowPage target={target} title={thing.title} href={thing.href} />,
    });
  }),

  post(urls.follow, 'signed-in', async (visit) => {
    const { target, thing } = await loadTarget(visit);
    await follow(visit.db, visit.organisation.id, target, visit.visitor.id);
    return seeOther(visit, thing.href, 'followed');
  }),

  // what is not public any more can still be left
  post(urls.unfollow, 'signed-in', async (visit) => {
    const { kind, target: id } = visit.params;
    found(isUuid(id) || null, 'followed thing');
    await unfollow(visit.db, visit.organisation.id, { kind, id }, visit.visitor.id);
    const thing = await visit.findFollowed(kind, id);
    const backToList = (await visit.form()).text('vers') === 'mes-suivis' || thing === null;
    return seeOther(visit, backToList ? urls.myFollows() : thing.href, 'unfollowed');
  }),

  get(urls.myFollows, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const targets = await listFollowed(db, organisation.id, visitor.id, MOST_LISTED);
    const things = await Promise.all(
      targets.map(async (target) => {
        const thing = await visit.findFollowed(target.kind, target.id);
        return thing ? [{ target, ...thing }] : [];
      }),
    );
    return page({ title: m.follow_mine(), body: <FollowsPage things={things.flat()} /> });
  }),
];

async function loadTarget(visit: SignedInVisit<'kind' | 'target'>) {
  const { kind, target: id } = visit.params;
  found(isUuid(id) || null, 'followed thing');
  const thing = found(await visit.findFollowed(kind, id), 'followed thing');
  return { target: { kind, id }, thing };
}
