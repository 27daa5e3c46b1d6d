import { found } from '../../../platform/http/refused.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import { findImport } from './import.store.ts';

export async function loadImport(visit: SignedInVisit<'edition' | 'import'>) {
  const edition = await findOfficeEdition(visit);
  const of = { organisationId: visit.organisation.id, editionId: edition.id };
  const run = found(await findImport(visit.db, of, visit.params.import), 'idea-import');
  return { edition, run };
}
