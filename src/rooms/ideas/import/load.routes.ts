import { found } from '../../../platform/http/refused.ts';
import { mayIn } from '../../../platform/http/route.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { type Edition, findEditionForOffice } from '../../spaces/index.ts';
import { findImport } from './import.store.ts';

/** The edition of the address, within this organisation, where the visitor's role holds for it. */
export async function loadOfficeEdition(visit: SignedInVisit<'edition'>): Promise<Edition> {
  const { db, organisation, visitor, params } = visit;
  const edition = await findEditionForOffice(db, organisation.id, params.edition);
  return found(edition && mayIn('officer', visitor, edition.id) ? edition : null, 'edition');
}

export async function loadImport(visit: SignedInVisit<'edition' | 'import'>) {
  const edition = await loadOfficeEdition(visit);
  const of = { organisationId: visit.organisation.id, editionId: edition.id };
  const run = found(await findImport(visit.db, of, visit.params.import), 'idea-import');
  return { edition, run };
}
