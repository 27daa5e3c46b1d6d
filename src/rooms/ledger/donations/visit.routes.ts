import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import {
  type Destination,
  type DestinationRefusal,
  findDestination,
  groupByName,
} from './destination.ts';

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

type Found = { ok: true; destination: Destination } | { ok: false; refusal: DestinationRefusal };

/** The group, the fund or the solidarity fund that somebody names. */
export async function findNamed(visit: Visit, typed: string): Promise<Found> {
  const called = typed.replace(/^(groupe|fonds)\s*:\s*/iu, '').trim();
  const holders = called === '' ? [] : await visit.findHolders([called]);
  return findDestination(typed, groupByName(holders));
}

/** Two fields of a form as one line of a file would say them. */
export const nameToward = (toward: string, name: string): string =>
  toward === 'solidarite' ? 'solidarite' : name === '' ? '' : `${toward} : ${name}`;
