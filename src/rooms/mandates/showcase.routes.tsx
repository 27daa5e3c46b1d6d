import * as m from '../../paraglide/messages.js';
import type { ThemePart, Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findSpaceById } from '../consultations/index.ts';
import { countByLevel } from './directory.store.ts';
import { LevelFigures } from './level-figures.page.tsx';

/** What everybody reads of the members of a network: how many there are by level, and how one becomes one of them. */
export async function listShowcaseParts(
  { db, organisation }: Visit,
  { id, slug }: { id: string; slug: string },
): Promise<ThemePart[]> {
  const [space, counts] = await Promise.all([
    findSpaceById(db, organisation.id, id),
    countByLevel(db, organisation.id, id),
  ]);
  // a closed one lets nobody in any more
  const isOpen = space?.openedAt != null && space.closedAt === null;
  return [
    {
      title: m.mandates_members(),
      body: <LevelFigures counts={counts} />,
      ...(isOpen && {
        action: { label: m.mandates_declare(), href: urls.ownMandates({ space: slug }) },
      }),
    },
  ];
}
