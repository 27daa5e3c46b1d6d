import { found } from '../../platform/http/refused.ts';
import type { RoleRight } from '../../platform/http/roles.ts';
import { mayIn } from '../../platform/http/route.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { findEditionForOffice, findVotedEdition } from './edition.store.ts';
import type { Edition } from './edition.ts';

export type OfficeVisit = SignedInVisit<'edition'>;

/**
 * The edition that an address of the office names, being prepared or public, for whoever holds the right in this very
 * one. A role of another edition opens nothing here: to its holder the edition is not there (404).
 */
export async function findOfficeEdition(
  { db, organisation, params, visitor }: OfficeVisit,
  right: RoleRight = 'officer',
): Promise<Edition> {
  const edition = found(await findEditionForOffice(db, organisation.id, params.edition), 'edition');
  return found(mayIn(right, visitor, edition.id) ? edition : null, 'edition');
}

/** The same for the lists and the box of its vote, which a space's vote has too: they are the office's in every space. */
export async function findOfficeVote({
  db,
  organisation,
  params,
  visitor,
}: OfficeVisit): Promise<Edition> {
  const edition = found(await findVotedEdition(db, organisation.id, params.edition), 'edition');
  return found(mayIn('officer', visitor, edition.id) ? edition : null, 'edition');
}

/** The same, to be changed. An archived one came in whole: nobody changes what it was. */
export async function findEditionToChange(visit: OfficeVisit): Promise<Edition> {
  const edition = await findOfficeEdition(visit);
  return found(edition.archivedAt === null ? edition : null, 'edition');
}

export function actOf({ organisation, visitor }: SignedInVisit) {
  return { organisationId: organisation.id, by: visitor.id };
}

export const unlessFaulty = (problems: Problems) =>
  Object.keys(problems).length > 0 ? ({ status: 422, faulty: true } as const) : {};
