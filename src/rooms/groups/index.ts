/** The door of the groups: who they are, who speaks and pays for them, and which are certified. */
export {
  grantCertification,
  listCertificationActs,
  measureGroup,
  refuseCertification,
  requestCertification,
  reviewGroup,
  withdrawCertification,
} from './certification.store.ts';
export { COUNTIES, nameCounty, readCounty } from './counties.ts';
export { saveCriteria } from './criteria.store.ts';
export { foundGroup, type GroupAct } from './founding.store.ts';
export { findGroup, findGroupById, listCertifiedGroups, listGroups } from './group.store.ts';
export { type Group, type GroupKind, isCertified, type WrittenGroup } from './group.ts';
export { joinGroup } from './joining.store.ts';
export { changeRole, declareGender, markTreasurer } from './member-writing.store.ts';
export {
  findMembership,
  listGroupLeaders,
  listGroupsOf,
  listTreasurers,
  type OwnGroup,
} from './membership.store.ts';
export {
  type Gender,
  type GroupRight,
  type GroupRole,
  groupRightOf,
  type Membership,
  TREASURERS_NEEDED,
} from './membership.ts';
export { declarePublicAction } from './public-action.store.ts';
