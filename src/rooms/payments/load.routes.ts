import { found } from '../../platform/http/refused.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import { findBatch } from './batch.store.ts';

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

/** The batch of the address, in this movement. */
export async function loadBatch({ db, organisation, params }: SignedInVisit<'batch'>) {
  return found(await findBatch(db, organisation.id, params.batch), 'payment-batch');
}
