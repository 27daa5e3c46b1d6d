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
export { CODE_MINUTES, PHONE_FIELDS, type PhoneMark } from './phone/phone-code.ts';
export {
  checkPhoneCode,
  type PhoneVisit,
  readAskedNumber,
  sendPhoneCode,
} from './phone/phone-proof.jobs.ts';
