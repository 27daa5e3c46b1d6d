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
export { writeMark } from './mark.crypto.ts';
export { areTwoPersons, type Mark, type MarkKind, type WrittenMark } from './mark.ts';
export { closePass, extendPass, findPass, forgetPasses } from './pass.store.ts';
export { emptyPass, type Pass, type Proven } from './pass.ts';
export { matchEntry, searchRegister } from './register/entry.store.ts';
export { findStanding as findRegister, keepRegisterUntil } from './register/register.store.ts';
