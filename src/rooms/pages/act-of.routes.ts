import type { SignedInVisit } from '../../platform/http/visit.ts';
import type { Act } from '../spaces/index.ts';

/** Who acts here, and for which organisation. */
export const actOf = ({ organisation, visitor }: SignedInVisit): Act => ({
  organisationId: organisation.id,
  by: visitor.id,
});
