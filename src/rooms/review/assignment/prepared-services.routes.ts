import * as m from '../../../paraglide/messages.js';
import type { Database } from '../../../platform/database/database.ts';
import type { PreparedPart } from '../../../platform/http/visit.ts';
import { findEditionById } from '../../spaces/index.ts';
import { sayGap } from './service-gap-words.page.ts';
import { findServices } from './study-readiness.store.ts';

/** Who studies the ideas of an edition, for the room that prepares it. */
export async function findPreparedServices(
  db: Database,
  organisationId: string,
  editionId: string,
): Promise<PreparedPart | null> {
  const edition = await findEditionById(db, organisationId, editionId);
  if (!edition) return null;
  const { departments, routing, gaps } = await findServices(db, organisationId, edition);
  const nameOf = (id: string | undefined) =>
    departments.find((department) => department.id === id)?.name ?? m.assign_routing_nobody();
  return {
    part: 'services',
    items: edition.categories.map(({ id, name }) => ({
      term: name,
      detail: nameOf(routing.departments.get(id)),
    })),
    missing: gaps.map(sayGap),
  };
}
