import { readNow } from '../../platform/database/database.ts';
import { openRight, type RoleRight } from '../../platform/http/roles.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { hasBegun, listEditions } from '../spaces/index.ts';
import { chooseWork, type OwnWork } from './own-work.ts';

/** The way from a mail to one's work, chosen when it is taken: by then roles may be others than when it was sent. */
export const ownWorkRoutes: readonly Route[] = [
  get(urls.ownWork, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const [now, editions] = await Promise.all([
      readNow(db),
      listEditions(db, organisation.id, 'all'),
    ]);
    const seen = editions.map((edition) => ({
      id: edition.id,
      slug: edition.slug,
      isArchived: edition.archivedAt !== null,
      studyBegun: hasBegun(edition, 'study', now),
    }));
    const opens = (right: RoleRight, editionId?: string) =>
      openRight(visitor.held, right, editionId);
    return seeOther(visit, addressOf(chooseWork(opens, seen)));
  }),
];

function addressOf(work: OwnWork): string {
  switch (work.kind) {
    case 'dashboard':
      return urls.admin();
    case 'decisions':
      return urls.adminDecisions({ edition: work.edition }, { etat: 'a-decider' });
    case 'queue':
      return urls.tasks();
    case 'examinations':
      return urls.examinations();
    case 'collecting':
      return urls.collect();
    case 'installation':
      return urls.adminVerification();
    case 'finances':
      return urls.finances();
    case 'spaces':
      return urls.adminSpaces();
    case 'own-space':
      return urls.mySpace();
  }
}
