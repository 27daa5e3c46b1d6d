import { found } from '../../platform/http/refused.ts';
import type { Route } from '../../platform/http/route.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import { findBatch } from './batch.store.ts';

/** Money is shared in a movement only: in a town or an association these addresses are not there. */
export const inMovements = (routes: readonly Route[]): Route[] =>
  routes.map((route) => ({
    ...route,
    handle(visit) {
      found(visit.organisation.kind === 'movement' ? visit.organisation : null, 'payments');
      return route.handle(visit);
    },
  }));

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

export const isId = (id: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** The batch of the address, in this movement. */
export async function loadBatch({ db, organisation, params }: SignedInVisit<'batch'>) {
  return found(await findBatch(db, organisation.id, params.batch), 'payment-batch');
}
