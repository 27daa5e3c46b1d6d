export { type DeclaredIdentity, hasDeclaredIdentity } from './declared-identity.ts';
export { type Enrolment, type EnrolmentResult, enrolPerson } from './enrolment.store.ts';
export { findPerson, listConfirmedPeople, listNicknames, type Person } from './person.store.ts';
export { grantRole, revokeRole } from './role.store.ts';
export { findVisitor, openSession } from './session.store.ts';
