/** Moderation, for the rooms below: whether somebody may publish, and what a judgement took out of sight. */

export {
  type Admitted,
  type AdmittedText,
  admitText,
  type WithdrawnText,
} from './admission/admission.store.ts';
export type { AdmissionRefusal } from './admission/admission-of-texts.ts';
export { isSuspended } from './suspension.store.ts';
