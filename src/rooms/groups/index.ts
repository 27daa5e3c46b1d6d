/** The door of the groups: who they are, who speaks and pays for them, and which are certified. */
export {
  grantCertification,
  listCertificationActs,
  refuseCertification,
  requestCertification,
  reviewGroup,
} from './certification.store.ts';
export { foundGroup } from './founding.store.ts';
export {
  findGroup,
  findGroupById,
  listCertifiedGroups,
  listGroupIdsOf,
  listGroupsById,
  lockGroup,
} from './group.store.ts';
export { type Group, isCertified, type WrittenGroup } from './group.ts';
export { joinGroup } from './joining.store.ts';
export { changeRole, declareGender, markTreasurer } from './member-writing.store.ts';
export {
  findMembership,
  listGroupLeaders,
  listMembers,
  listTreasurers,
} from './membership.store.ts';
export { type Gender, type GroupRight, groupRightOf, TREASURERS_NEEDED } from './membership.ts';
export { listGroupsOf, type OwnGroup } from './own-groups.store.ts';
export { declarePublicAction } from './public-action.store.ts';
