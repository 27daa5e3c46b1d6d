/** What pages of higher rooms may show of this one. */
export { METHODS, type Method } from './admission.ts';
export { CodeForm } from './codes/code.page.tsx';
export { NAMES_LENGTH, type NamesRefusal } from './declared.ts';
export {
  MAILBOX_FIELDS,
  MailboxCodeForm,
  MailboxForm,
  mailboxCodeWords,
} from './mailbox/mailbox.page.tsx';
export { PhoneCodeForm, PhoneForm } from './phone/phone.page.tsx';
export { ProofForm, ProofState } from './proofs/proof.page.tsx';
