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
export { checkNames, declaredMark, type NamesRefusal } from './declared.ts';
export { writeMark } from './mark.crypto.ts';
export { areTwoPersons, type Mark, type MarkKind, type WrittenMark } from './mark.ts';
export { closePass, extendPass, findPass, forgetPasses } from './pass.store.ts';
export { emptyPass, type Pass, type Proven } from './pass.ts';
