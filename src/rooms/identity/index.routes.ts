/** What routes of higher rooms may use: acts that answer a visit. */
export { actOf, giveByAddress, giveInSpace, readInvitee, renew } from './access/giving.routes.ts';
export {
  endVisit,
  loadOwnProof,
  type OwnProof,
  type OwnProofRefusal,
  refuseOwnProof,
  sayGoodbye,
  sendOwnCode,
} from './own-proof.routes.ts';
export {
  finishProviderProof,
  listOffered as listOfferedProviders,
  startProviderProof,
} from './providers/provider-journey.routes.tsx';
