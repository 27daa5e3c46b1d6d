import * as m from '../../../paraglide/messages.js';
import type { DecisionRefusal, RefusalReason } from './proof.ts';
import type { ProofRefusal } from './sending.store.ts';

export const reasonWords: Record<RefusalReason, () => string> = {
  unreadable: m.proofs_reason_unreadable,
  'not-a-proof': m.proofs_reason_not_a_proof,
  'other-person': m.proofs_reason_other_person,
  'address-elsewhere': m.proofs_reason_elsewhere,
  'too-old-document': m.proofs_reason_too_old,
  'may-not-vote': m.proofs_reason_may_not_vote,
  other: m.proofs_reason_other,
};

export const decisionProblems: Record<
  DecisionRefusal,
  { field: 'decision' | 'motif' | 'precisions'; words: () => string }
> = {
  'decision-missing': { field: 'decision', words: m.proofs_decision_missing },
  'reason-missing': { field: 'motif', words: m.proofs_reason_missing },
  'words-missing': { field: 'precisions', words: m.proofs_words_missing },
  'words-too-long': { field: 'precisions', words: m.proofs_words_too_long },
};

export const proofProblems: Record<ProofRefusal, () => string> = {
  'names-missing': m.proofs_refused_names_missing,
  'names-too-long': m.proofs_refused_names_too_long,
  'birth-missing': m.proofs_refused_birth_missing,
  'birth-not-a-date': m.proofs_refused_birth_not_a_date,
  'birth-in-the-future': m.proofs_refused_birth_future,
  'birth-too-long-ago': m.proofs_refused_birth_too_long_ago,
  'address-missing': m.proofs_refused_address_missing,
  'address-too-long': m.proofs_refused_address_too_long,
  'email-unreadable': m.proofs_refused_email,
  'file-missing': m.proofs_refused_file_missing,
  'file-empty': m.proofs_refused_file_empty,
  'file-too-large': m.proofs_refused_file_too_large,
  'file-kind': m.proofs_refused_file_kind,
  'file-damaged': m.proofs_refused_file_damaged,
  'picture-too-large': m.proofs_refused_picture_too_large,
  'pdf-active': m.proofs_refused_pdf_active,
  'pdf-locked': m.proofs_refused_pdf_locked,
  // a proof is a picture or a PDF
  'document-active': m.proofs_refused_file_kind,
  'document-locked': m.proofs_refused_file_kind,
  'document-too-complex': m.proofs_refused_file_kind,
  'video-too-large': m.proofs_refused_file_kind,
  infected: m.attachments_infected,
  'scan-failed': m.attachments_scan_failed,
  'proof-waiting': m.proofs_refused_waiting,
  'proof-accepted': m.proofs_refused_accepted,
  'proofs-spent': m.proofs_refused_spent,
  'proof-too-often': m.proofs_refused_often,
};
