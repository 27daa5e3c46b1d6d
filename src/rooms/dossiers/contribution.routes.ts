import { readNow } from '../../platform/database/database.ts';
import type { Contribution } from '../../platform/http/contribution.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { stateOf } from '../consultations/index.ts';
import { isIn } from './dossier.ts';
import { hrefOf } from './dossier-words.page.ts';
import { type SeenDossier, seeDossier } from './load.routes.ts';
import { listMembersAmong } from './member.store.ts';

/** A dossier as rooms that attach to it may know it: as far as this visitor sees it. */
export async function findContribution(visit: Visit, id: string): Promise<Contribution | null> {
  const seen = await seeDossier(visit, id);
  return seen && asContribution(visit, seen);
}

/**
 * The same, seen already. Who is in it writes in its thread, as long as it is open. Of one that its
 * members alone see the thread is in no figure and is told to nobody else.
 */
export async function asContribution(visit: Visit, seen: SeenDossier): Promise<Contribution> {
  const { space, component, dossier, standing } = seen;
  const isOpen =
    dossier.closedAt === null &&
    isIn(standing) &&
    stateOf(component, space, await readNow(visit.db)) === 'open';
  const organisationId = visit.organisation.id;
  const isShared = dossier.reach === 'space';
  return {
    kind: 'dossier',
    id: dossier.id,
    title: dossier.title,
    text: dossier.purpose,
    isHidden: dossier.isHidden,
    href: hrefOf(seen),
    authorId: dossier.createdBy,
    spaceId: space.id,
    componentId: component.id,
    lang: dossier.lang,
    comments: { isOpen, aligned: false, depth: 3, rated: false },
    ...(!isShared && {
      keepReaders: (db, personIds) => listMembersAmong(db, organisationId, dossier.id, personIds),
    }),
  };
}
