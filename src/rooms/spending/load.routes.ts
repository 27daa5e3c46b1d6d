import type { SignedInVisit } from '../../platform/http/visit.ts';
import type { SpendingAct } from './at-once.store.ts';

export const actOf = ({ organisation, visitor }: SignedInVisit): SpendingAct => ({
  organisationId: organisation.id,
  by: visitor.id,
});
