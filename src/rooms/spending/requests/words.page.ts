import * as m from '../../../paraglide/messages.js';
import type { UploadRefusal } from '../../../platform/files/upload.ts';
import type { StateBadgeProps } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { DocumentKind, DocumentRefusal } from '../proof.ts';
import type { Request, RequestState, Source, Timing } from '../request.ts';
import type { Category, FormRefusal, Missing, Step } from '../request-form.ts';
import type { StepRefusal } from '../request-sending.store.ts';
import type { EditRefusal, OpenRefusal, SaveRefusal } from '../request-writing.store.ts';
import type { DeskState } from './desk-filter.ts';

/** Words of the table of part 2.1, as groups know them. */
export const requestStateWords: Record<RequestState, () => string> = {
  draft: m.requests_state_draft,
  'peer-review': m.requests_state_peer,
  'finance-review': m.requests_state_finance,
  'info-needed': m.requests_state_info,
  validated: m.requests_state_validated,
  'to-pay': m.requests_state_to_pay,
  paid: m.requests_state_paid,
  refused: m.requests_state_refused,
};

/** Of many requests, in the desk's list: short, where a sentence of one request would read wrong. */
export const deskStateWords: Record<DeskState, () => string> = {
  'finance-review': m.requests_desk_state_finance,
  'info-needed': m.requests_desk_state_info,
  validated: m.requests_desk_state_validated,
  'to-pay': m.requests_desk_state_to_pay,
  paid: m.requests_desk_state_paid,
  refused: m.requests_desk_state_refused,
};

/** What is to be paid says out of whose money. */
export function tellState({
  state,
  fundAmount,
  groupAmount,
}: Pick<Request, 'state' | 'fundAmount' | 'groupAmount'>): string {
  if (state === 'to-pay' && fundAmount > 0)
    return groupAmount > 0 ? m.requests_state_to_pay_both() : m.requests_state_to_pay_fund();
  return requestStateWords[state]();
}

export const stateTones: Record<RequestState, NonNullable<StateBadgeProps['tone']>> = {
  draft: 'neutral',
  'peer-review': 'now',
  'finance-review': 'now',
  'info-needed': 'warning',
  validated: 'info',
  'to-pay': 'info',
  paid: 'success',
  refused: 'danger',
};

export const stepWords: Record<Step, () => string> = {
  details: m.requests_step_details,
  documents: m.requests_step_documents,
  amount: m.requests_step_amount,
  bank: m.requests_step_bank,
  ending: m.requests_step_ending,
};

export const stepAddresses: Record<Step, (at: { request: string }) => string> = {
  details: urls.requestDetails,
  documents: urls.requestDocuments,
  amount: urls.requestAmount,
  bank: urls.requestBank,
  ending: urls.requestEnding,
};

export const categoryWords: Record<Category, () => string> = {
  print: m.requests_category_print,
  consumables: m.requests_category_consumables,
  equipment: m.requests_category_equipment,
  travel: m.requests_category_travel,
  lodging: m.requests_category_lodging,
  'room-hire': m.requests_category_room_hire,
  'equipment-hire': m.requests_category_equipment_hire,
  'technical-hire': m.requests_category_technical_hire,
  'vehicle-hire': m.requests_category_vehicle_hire,
  subscription: m.requests_category_subscription,
};

/** A category that nobody chose yet, or one of an older list, says nothing. */
export const tellCategory = (category: string): string =>
  Object.hasOwn(categoryWords, category) ? categoryWords[category as Category]() : '';

export const kindWords: Record<DocumentKind, () => string> = {
  invoice: m.requests_kind_invoice,
  receipt: m.requests_kind_receipt,
  ticket: m.requests_kind_ticket,
  quote: m.requests_kind_quote,
  'pro-forma': m.requests_kind_pro_forma,
  print: m.requests_kind_print,
  photo: m.requests_kind_photo,
  other: m.requests_kind_other,
};

export const timingWords: Record<Timing, () => string> = {
  past: m.requests_timing_past,
  future: m.requests_timing_future,
};

export const sourceWords: Record<Source, () => string> = {
  group: m.requests_source_group,
  fund: m.requests_source_fund,
};

export const missingWords: Record<Missing, () => string> = {
  title: m.requests_missing_title,
  category: m.requests_missing_category,
  explanation: m.requests_missing_explanation,
  'spent-on': m.requests_missing_spent_on,
  contact: m.requests_missing_contact,
  evidence: m.requests_missing_evidence,
  amount: m.requests_missing_amount,
  'over-receipts': m.requests_missing_over_receipts,
  bank: m.requests_missing_bank,
  'bank-document': m.requests_missing_bank_document,
  charter: m.requests_missing_charter,
  honour: m.requests_missing_honour,
};

export const formProblems: Record<FormRefusal, () => string> = {
  'text-too-long': m.requests_problem_long,
  'category-unknown': m.requests_problem_category,
  'email-wrong': m.requests_problem_email,
  'day-wrong': m.requests_problem_day,
  'amount-wrong': m.requests_problem_amount,
  'excess-of-group': m.requests_problem_excess_group,
};

type AnyRefusal = StepRefusal | SaveRefusal | EditRefusal | OpenRefusal | DocumentRefusal;

export const requestProblems: Record<AnyRefusal, () => string> = {
  'not-now': m.requests_problem_not_now,
  'changed-meanwhile': m.requests_problem_changed,
  'own-check': m.requests_problem_own_check,
  'payee-checked': m.requests_problem_payee_checked,
  'payee-unknown': m.requests_problem_payee_unknown,
  form: m.requests_problem_form,
  'title-missing': m.requests_problem_document_title,
  'title-too-long': m.requests_problem_long,
  'amount-missing': m.requests_problem_document_amount,
  'too-many-documents': m.requests_problem_too_many,
  'same-document': m.requests_problem_same,
  'not-yours': m.requests_problem_not_yours,
  'own-payment': m.requests_problem_own_payment,
  'same-person': m.requests_problem_same_person,
  'own-edit': m.requests_problem_own_edit,
  'nobody-to-check': m.requests_problem_nobody,
  'own-request': m.requests_problem_own_request,
  'not-certified': m.requests_problem_not_certified,
  'budget-flagged': m.requests_problem_flagged,
  'budget-not-validated': m.requests_problem_budget,
  'already-asked': m.requests_problem_already,
  incomplete: m.requests_problem_incomplete,
  'over-balance': m.requests_problem_balance,
  'nothing-left': m.requests_problem_nothing,
  'words-missing': m.requests_problem_words,
  'text-too-long': m.requests_problem_long,
};

/** Only PDF and pictures are taken: what is wrong with another kind is its kind. */
export const fileProblems: Record<UploadRefusal, () => string> = {
  'file-empty': m.requests_file_empty,
  'file-too-large': m.requests_file_too_large,
  'file-kind': m.requests_file_kind,
  'file-damaged': m.requests_file_damaged,
  'picture-too-large': m.requests_file_too_large,
  'pdf-active': m.requests_file_pdf_active,
  'pdf-locked': m.requests_file_pdf_locked,
  'document-active': m.requests_file_kind,
  'document-locked': m.requests_file_kind,
  'document-too-complex': m.requests_file_kind,
  'video-too-large': m.requests_file_kind,
  infected: m.attachments_infected,
  'scan-failed': m.attachments_scan_failed,
};

/** By their names in the history. */
export const fieldWords: Record<string, () => string> = {
  timing: m.requests_field_timing,
  title: m.requests_field_title,
  category: m.requests_field_category,
  campaign: m.requests_field_campaign,
  explanation: m.requests_field_explanation,
  spentOn: m.requests_field_spent_on,
  contactName: m.requests_field_contact_name,
  contactPhone: m.requests_field_contact_phone,
  contactEmail: m.requests_field_contact_email,
  amount: m.requests_field_amount,
  excessToGroup: m.requests_field_excess_to_group,
  payeeId: m.requests_field_payee_id,
  bank: m.requests_field_bank,
  'bank-asked': m.requests_field_bank,
  'bank-given': m.requests_field_bank,
  'bank-confirmed': m.requests_field_bank,
  documents: m.requests_field_documents,
  charter: m.requests_field_charter,
  honour: m.requests_field_honour,
};

/** As it is called where it has no title yet. */
export const nameRequest = ({ title }: Pick<Request, 'title'>): string =>
  title || m.requests_untitled();

export const titleOf = (request: Pick<Request, 'title' | 'number'>): string =>
  m.requests_one_title({ number: String(request.number), title: nameRequest(request) });
