import { found } from '../../platform/http/refused.ts';
import type { Route } from '../../platform/http/route.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import type { SpendingAct } from './at-once.store.ts';

/** Budgets and requests are those of a movement: elsewhere their addresses are not there. */
export const inMovements = (routes: readonly Route[]): Route[] =>
  routes.map((route) => ({
    ...route,
    handle(visit) {
      found(visit.organisation.kind === 'movement' ? visit.organisation : null, 'spending');
      return route.handle(visit);
    },
  }));

export const actOf = ({ organisation, visitor }: SignedInVisit): SpendingAct => ({
  organisationId: organisation.id,
  by: visitor.id,
});
