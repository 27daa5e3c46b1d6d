import { found } from '../../platform/http/refused.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { findEditionForOffice } from './edition.store.ts';
import type { Edition } from './edition.ts';

type OfficeVisit = SignedInVisit<'edition'>;

/** The edition that an officer's address names. An archived one came in whole: nobody changes what it was. */
export async function findOfficeEdition({
  db,
  organisation,
  params,
}: OfficeVisit): Promise<Edition> {
  const edition = found(await findEditionForOffice(db, organisation.id, params.edition), 'edition');
  return found(edition.archivedAt === null ? edition : null, 'edition');
}

export function actOf({ organisation, visitor }: SignedInVisit) {
  return { organisationId: organisation.id, by: visitor.id };
}

export const unlessFaulty = (problems: Problems) =>
  Object.keys(problems).length > 0 ? ({ status: 422, faulty: true } as const) : {};
