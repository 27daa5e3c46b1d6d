import { readNow } from '../../platform/database/database.ts';
import { found, Refused } from '../../platform/http/refused.ts';
import { mayInSpace } from '../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import {
  loadComponentOf,
  loadSpace,
  loadSpaceForTeam,
  showBeside,
} from '../consultations/index.routes.ts';
import { type Component, stateOf } from '../consultations/index.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { findListOf } from './list.store.ts';
import type { MailingList } from './list.ts';
import type { SeenPlace } from './list-frame.page.tsx';
import { findSubscription } from './subscription.store.ts';

type At = Visit<'space' | 'component'>;

/** The list of the address as this visitor may read it: the readers of its space do, and nobody else (W3). */
export async function loadSeen(visit: At): Promise<{ list: MailingList | null; seen: SeenPlace }> {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  found(component.kind === 'mailing-list' ? component : null, 'component');
  const { db, organisation, visitor, config } = visit;
  const list = await findListOf(db, organisation.id, component.id);
  const isOpen = stateOf(component, space, await readNow(db)) === 'open';
  return {
    list,
    seen: {
      space,
      component,
      at: { space: space.slug, component: component.slug },
      beside: await showBeside(visit, space, component),
      domain: config.lists.domain,
      isSignedIn: visitor !== null,
      subscription:
        list && visitor ? await findSubscription(db, organisation.id, list.id, visitor.id) : null,
      isOpen: isOpen && list !== null && list.closedAt === null,
      mayOrganise: visitor !== null && mayInSpace('space-organiser', visitor, space.id),
      mayModerate: visitor !== null && judges(visitor, space.id),
    },
  };
}

const judges = (visitor: SignedInVisit['visitor'], spaceId: string): boolean =>
  mayInSpace('moderator', visitor, spaceId) || mayInSpace('space-organiser', visitor, spaceId);

/** The same where there is a list: one that nobody made yet is not there. */
export async function loadList(visit: At): Promise<{ list: MailingList; seen: SeenPlace }> {
  const { list, seen } = await loadSeen(visit);
  return { list: found(list, 'list'), seen };
}

/** The same for who judges what waits in it: its team; to others there is nothing to judge. */
export async function loadToJudge(visit: At): Promise<{ list: MailingList; seen: SeenPlace }> {
  const loaded = await loadList(visit);
  if (!loaded.seen.mayModerate) throw new Refused(403, 'not-judge');
  return loaded;
}

/** The component of the address, for who runs its space; its list, once it is made. */
export async function loadOffice(visit: SignedInVisit<'space' | 'component'>): Promise<{
  space: Awaited<ReturnType<typeof loadSpaceForTeam>>;
  component: Component;
  list: MailingList | null;
}> {
  const space = await loadSpaceForTeam(visit);
  const component = await loadComponentOf(visit, { ...space, isTeam: true });
  found(component.kind === 'mailing-list' ? component : null, 'component');
  const { db, organisation } = visit;
  return { space, component, list: await findListOf(db, organisation.id, component.id) };
}

/** Public names of whoever wrote these, by id. */
export const nameAuthors = (
  { db, organisation }: Pick<Visit, 'db' | 'organisation'>,
  written: readonly { authorId: string | null }[],
): Promise<Map<string, string>> =>
  listPublicNicknames(db, organisation.id, [
    ...new Set(written.flatMap(({ authorId }) => authorId ?? [])),
  ]);
