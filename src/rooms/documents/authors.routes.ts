import type { Visit } from '../../platform/http/visit.ts';
import { findMandates, nameOfMandate } from '../mandates/index.ts';
import type { Place } from './place.routes.ts';

/** What authors were elected to, by person, for who is inside: to others each says it where they choose to. */
export async function nameMandates(
  { db, organisation }: Visit,
  { space, isInside }: Pick<Place, 'space' | 'isInside'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!isInside) return new Map();
  const held = await findMandates(db, organisation.id, space.id, personIds);
  return new Map(
    [...held].map(([personId, mandates]) => [personId, mandates.map(nameOfMandate).join(' – ')]),
  );
}
