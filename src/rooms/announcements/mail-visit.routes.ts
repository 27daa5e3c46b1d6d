import { found, Refused } from '../../platform/http/refused.ts';
import { mayIn } from '../../platform/http/route.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import { findEditionForOffice } from '../spaces/index.ts';
import { readCalendar } from './calendar.store.ts';

/** The edition of the address, for those who run it. What is archived writes nothing any more. */
export async function loadCalendar(visit: SignedInVisit<'edition'>) {
  const { db, organisation, params, visitor } = visit;
  const edition = found(await findEditionForOffice(db, organisation.id, params.edition), 'edition');
  if (!mayIn('officer', visitor, edition.id)) throw new Refused(403, 'not officer here');
  const calendar = await readCalendar(db, organisation.id, edition.id);
  return found(edition.archivedAt === null ? calendar : null, 'edition');
}
