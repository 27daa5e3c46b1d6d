/** The door of the electorate: who may vote. Times in UTC, days `YYYY-MM-DD`. */

export {
  type Admission,
  type AdmissionRefusal,
  checkAdmission,
  isVouchedFor,
  listMissing,
  METHODS,
  type Method,
  usualAdmission,
} from './admission.ts';
export { listBatches } from './codes/batch.store.ts';
export { CODE_FIELD } from './codes/code.ts';
export { listCodeMarks } from './codes/codes.store.ts';
export { redeemCode } from './codes/redeem.store.ts';
export { checkNames, declaredMark, type NamesRefusal } from './declared.ts';
export {
  checkMailboxCode,
  readAskedMailbox,
  sendMailboxCode,
} from './mailbox/mailbox-proof.jobs.ts';
export { writeMark } from './mark.crypto.ts';
export { areTwoPersons, type Mark, type WrittenMark } from './mark.ts';
export {
  closeHashedPass,
  closePass,
  extendPass,
  findPass,
  forgetPasses,
  openPass,
} from './pass.store.ts';
export type { Proven } from './pass.ts';
export { CODE_MINUTES, PHONE_FIELDS, type PhoneMark } from './phone/phone-code.ts';
export {
  checkPhoneCode,
  type PhoneVisit,
  readAskedNumber,
  sendPhoneCode,
} from './phone/phone-proof.jobs.ts';
export { findProofDecision, type ProofDecision } from './proofs/proof.store.ts';
export { PROOF_FIELDS } from './proofs/proof.ts';
export { sendProof, type TypedProof } from './proofs/sending.store.ts';
export { type BirthDateRefusal, readBirthDate } from './register/birth-date.ts';
export {
  findEntry,
  listEntriesNumbered,
  matchEntry,
  searchRegister,
} from './register/entry.store.ts';
export { nameWords } from './register/name-key.ts';
export { findStanding as findRegister, keepRegisterUntil } from './register/register.store.ts';
export type { Entry } from './register/register.ts';
export { importWhole } from './register/whole-import.store.ts';
