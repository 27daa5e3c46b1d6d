export { giveRole } from './access/giving.mails.ts';
export {
  changeGrant,
  countAgents,
  endGrant,
  findGrant,
  type GrantedRole,
  keyOf as keyOfGrant,
  listGrants,
  markGrant,
} from './access/grant.store.ts';
export {
  type AskedRole,
  countInvitations,
  findWaiting as findWaitingInvitation,
  INVITATION_DAYS,
  type Invitation,
  listInvitations,
  withdrawInvitation,
} from './access/invitation.store.ts';
export {
  forgetCoOrganiser,
  type GrantInSpace,
  listGrantsInSpace,
  listHoldersInSpace,
} from './access/space-team.store.ts';
export {
  type BirthRefusal,
  hasDeclaredIdentity,
  readBirthDate,
  readTypedDate,
  type TypedDate,
} from './declared-identity.ts';
export { enrolPerson } from './enrolment.store.ts';
export { beginErasure, type ErasureRefusal, isLastAdministrator } from './erasure.store.ts';
export { enrolApp, findAppCode } from './factor/app.store.ts';
export {
  holdsSecondFactor,
  listProtectedWithoutRole,
  type Protected,
} from './factor/factor.store.ts';
export { resetFactorsFromHouse } from './factor/reset.mails.ts';
export { type Email, type EmailRefusal, readEmail } from './mailbox.ts';
export {
  completeNicknames,
  findByNicknameKeys,
  isSomebodysNickname,
  lockName,
} from './nickname.store.ts';
export { nicknameKey } from './nickname.ts';
export {
  findPerson,
  listConfirmedPeople,
  listNicknames,
  listPublicNicknames,
} from './person.store.ts';
export type { Person } from './person.ts';
export {
  type Contact,
  findAccountHours,
  findAccounts,
  findContacts,
} from './person-contact.store.ts';
export { findLinkedSubjects } from './providers/linked-identity.store.ts';
export {
  findReminderReader,
  listAgreedReaders,
  listReaders,
  type ReminderReader,
  saveReminderConsent,
} from './reminder-consent.store.ts';
export {
  type Agent,
  grantRole,
  isRoleHeld,
  listAgents,
  listPeopleInRoles,
  listPeopleInSpaceRoles,
  listRoleHolders,
  listRoleHoldersOfEditions,
  listStaff,
  revokeRole,
} from './role.store.ts';
export { closeSession, findVisitor, openSession } from './session.store.ts';
export { readUsableEmail } from './sign-up.ts';
