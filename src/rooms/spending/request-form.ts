import { proves, type SpendingDocument, sumReceipts } from './proof.ts';
import type { Request } from './request.ts';

/** What is written in a request, step by step: a draft is saved at any time, and complete once it is sent. */

export const CATEGORIES = [
  'print',
  'consumables',
  'equipment',
  'travel',
  'lodging',
  'room-hire',
  'equipment-hire',
  'technical-hire',
  'vehicle-hire',
  'subscription',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Characters. */
export const REQUEST_LENGTHS = {
  title: 200,
  explanation: 1500,
  contactName: 120,
  contactPhone: 30,
  contactEmail: 254,
  words: 1000,
} as const;

/** What a person types; bank details are saved apart, sealed. */
export type WrittenRequest = Pick<
  Request,
  | 'timing'
  | 'title'
  | 'category'
  | 'campaign'
  | 'explanation'
  | 'spentOn'
  | 'contactName'
  | 'contactPhone'
  | 'contactEmail'
  | 'amount'
  | 'excessToGroup'
  | 'payeeId'
>;

export type FormRefusal =
  | 'text-too-long'
  | 'category-unknown'
  | 'email-wrong'
  | 'day-wrong'
  | 'amount-wrong'
  | 'excess-of-group';

/** What not even a draft may hold, by its field. `today`: a day of Paris. */
export function checkRequest(
  written: Partial<WrittenRequest>,
  { source, timing }: Pick<Request, 'source' | 'timing'>,
  today: string,
): Partial<Record<keyof WrittenRequest, FormRefusal>> {
  const refusals: Partial<Record<keyof WrittenRequest, FormRefusal>> = {};
  for (const field of [
    'title',
    'explanation',
    'contactName',
    'contactPhone',
    'contactEmail',
  ] as const)
    if ([...(written[field] ?? '')].length > REQUEST_LENGTHS[field])
      refusals[field] = 'text-too-long';
  const { category = '', contactEmail = '', spentOn = null, amount = 0 } = written;
  if (category !== '' && !CATEGORIES.some((one) => one === category))
    refusals.category = 'category-unknown';
  if (contactEmail !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contactEmail))
    refusals.contactEmail ??= 'email-wrong';
  const past = (written.timing ?? timing) === 'past';
  if (spentOn !== null && (!/^\d{4}-\d{2}-\d{2}$/.test(spentOn) || (past && spentOn > today)))
    refusals.spentOn = 'day-wrong';
  if (!Number.isSafeInteger(amount) || amount < 0) refusals.amount = 'amount-wrong';
  if (written.excessToGroup && source === 'group') refusals.excessToGroup = 'excess-of-group';
  return refusals;
}

/** What a request lacks before it is sent; each leads to its step. */
export type Missing =
  | 'title'
  | 'category'
  | 'explanation'
  | 'spent-on'
  | 'contact'
  | 'evidence'
  | 'amount'
  | 'over-receipts'
  | 'bank'
  | 'bank-document'
  | 'charter'
  | 'honour';

/** The five steps of part 2.1, in order. */
export const STEPS = ['details', 'documents', 'amount', 'bank', 'ending'] as const;
export type Step = (typeof STEPS)[number];

export const stepOf: Record<Missing, Step> = {
  title: 'details',
  category: 'details',
  explanation: 'details',
  'spent-on': 'details',
  contact: 'details',
  evidence: 'documents',
  amount: 'amount',
  'over-receipts': 'amount',
  bank: 'bank',
  'bank-document': 'bank',
  charter: 'ending',
  honour: 'ending',
};

/** R21: no claim without a receipt, nor over what receipts prove. Empty: it is complete. */
export function listMissing(
  request: Request,
  documents: readonly Pick<SpendingDocument, 'kind' | 'amount'>[],
): Missing[] {
  const isProven = documents.some(({ kind }) => proves(kind, request.timing));
  const checks: readonly [Missing, boolean][] = [
    ['title', request.title === ''],
    ['category', request.category === ''],
    ['explanation', request.explanation === ''],
    ['spent-on', request.spentOn === null],
    [
      'contact',
      request.contactName === '' || (request.contactPhone === '' && request.contactEmail === ''),
    ],
    ['evidence', !isProven],
    ['amount', request.amount <= 0],
    ['over-receipts', isProven && request.amount > sumReceipts(documents, request.timing)],
    ['bank', !request.hasBank],
    ['bank-document', request.bankDocumentId === null],
    ['charter', request.charterAt === null],
    ['honour', request.honourAt === null],
  ];
  return checks.filter(([, isMissing]) => isMissing).map(([missing]) => missing);
}
