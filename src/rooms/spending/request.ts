/**
 * A spending request (R22, part 2.1): one procedure for both sources of money, the group's envelope and a fund. Two
 * treasurers of the group and a person of the finance desk, none of them the one who is paid. Amounts are cents.
 */

export const REQUEST_STATES = [
  'draft',
  'peer-review',
  'finance-review',
  'info-needed',
  'validated',
  'to-pay',
  'paid',
  'refused',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** In addresses and files: as the finance desk says them. */
export const STATE_SEGMENTS: Record<RequestState, string> = {
  draft: 'brouillon',
  'peer-review': 'a-verifier',
  'finance-review': 'a-decider',
  'info-needed': 'a-completer',
  validated: 'en-attente-de-fonds',
  'to-pay': 'a-payer',
  paid: 'payee',
  refused: 'refusee',
};

export const readRequestState = (segment: string): RequestState | null =>
  REQUEST_STATES.find((state) => STATE_SEGMENTS[state] === segment) ?? null;

/**
 * - send, take-back, check, answer, book: treasurers of the group
 * - ask-info, approve, refuse: the finance desk; what is approved is to be paid at once, or waits for the envelope
 * - pay, return: the desk, as the bank says
 */
export const REQUEST_STEPS = [
  'send',
  'take-back',
  'check',
  'answer',
  'ask-info',
  'refuse',
  'wait',
  'approve',
  'book',
  'pay',
  'return',
] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

export const requestWays: Record<
  RequestStep,
  { from: RequestState; to: RequestState; side: 'group' | 'desk' }
> = {
  send: { from: 'draft', to: 'peer-review', side: 'group' },
  'take-back': { from: 'peer-review', to: 'draft', side: 'group' },
  check: { from: 'peer-review', to: 'finance-review', side: 'group' },
  answer: { from: 'info-needed', to: 'finance-review', side: 'group' },
  'ask-info': { from: 'finance-review', to: 'info-needed', side: 'desk' },
  refuse: { from: 'finance-review', to: 'refused', side: 'desk' },
  // validated: the group's envelope does not suffice yet
  wait: { from: 'finance-review', to: 'validated', side: 'desk' },
  approve: { from: 'finance-review', to: 'to-pay', side: 'desk' },
  book: { from: 'validated', to: 'to-pay', side: 'group' },
  pay: { from: 'to-pay', to: 'paid', side: 'desk' },
  return: { from: 'paid', to: 'to-pay', side: 'desk' },
};

export const canTake = ({ state }: { state: RequestState }, step: RequestStep): boolean =>
  requestWays[step].from === state;

/** What the group still changes; what was sent already goes back to the beginning when it is changed. */
export const isRequestOpen = ({ state }: { state: RequestState }): boolean =>
  state === 'draft' || state === 'peer-review' || state === 'info-needed';

export const isDeletable = ({ state }: { state: RequestState }): boolean =>
  state === 'draft' || state === 'peer-review';

/** An expense asked for in advance is proven afterwards: its invoice follows. */
export const takesDocuments = (request: { state: RequestState; timing: Timing }): boolean =>
  isRequestOpen(request) ||
  (request.timing === 'future' && (request.state === 'to-pay' || request.state === 'paid'));

/** group: the envelope of the group; fund: a validated budget. */
export type Source = 'group' | 'fund';
/** past: a reimbursement; future: a payment asked for, whose invoice follows. */
export type Timing = 'past' | 'future';

export interface Request {
  id: string;
  /** What its address says. */
  number: number;
  groupId: string;
  source: Source;
  /** Of a request on a fund. */
  budgetId: string | null;
  state: RequestState;
  timing: Timing;
  title: string;
  category: string;
  /** An expense of an election: another account pays it. */
  campaign: boolean;
  explanation: string;
  /** Day. */
  spentOn: string | null;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  /** As asked. */
  amount: number;
  /** What is over the fund's share goes to the group's envelope: the group said so (R23). */
  excessToGroup: boolean;
  /** Booked: zero before. */
  fundAmount: number;
  groupAmount: number;
  /** The member who is paid; null: somebody who is none. */
  payeeId: string | null;
  /** Bank details are given, and not purged. */
  hasBank: boolean;
  ibanLast4: string;
  bankPurgedAt: Date | null;
  bankDocumentId: string | null;
  /** The bank sent the money back: other details, or the same, are to be given by one and confirmed by another. */
  bankAskedAt: Date | null;
  bankGivenBy: string | null;
  charterAt: Date | null;
  honourAt: Date | null;
  version: number;
  createdBy: string;
  createdAt: Date;
  sentBy: string | null;
  sentAt: Date | null;
  checkedBy: string | null;
  checkedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  bookedAt: Date | null;
  paidAt: Date | null;
}

type Persons = Pick<Request, 'payeeId' | 'createdBy' | 'sentBy' | 'checkedBy'>;

export type PersonRefusal =
  | 'own-payment'
  | 'same-person'
  | 'own-edit'
  | 'nobody-to-check'
  | 'own-request';

/** Who may check it for the group: neither who wrote nor who sent it, nor who is paid. */
export const mayCheck = (
  { payeeId, createdBy, sentBy }: Omit<Persons, 'checkedBy'>,
  by: string,
): boolean => by !== payeeId && by !== createdBy && by !== sentBy;

/** Sending: somebody else has to be there to check it. `treasurers`: ids of all those of the group. */
export function refuseSender(
  request: Persons,
  by: string,
  treasurers: readonly string[],
): PersonRefusal | null {
  if (by === request.payeeId) return 'own-payment';
  const sent = { ...request, sentBy: by };
  return treasurers.some((one) => mayCheck(sent, one)) ? null : 'nobody-to-check';
}

export function refuseChecker(request: Persons, by: string): PersonRefusal | null {
  if (by === request.payeeId) return 'own-payment';
  return mayCheck(request, by) ? null : 'same-person';
}

/**
 * Answering what the desk asked: what was changed meanwhile is checked anew, by somebody who did not change it.
 * `editors`: who changed it since the desk asked.
 */
export function refuseAnswer(
  request: Persons,
  by: string,
  editors: readonly string[],
): PersonRefusal | null {
  if (by === request.payeeId) return 'own-payment';
  if (editors.length === 0) return null;
  if (editors.includes(by)) return 'own-edit';
  return mayCheck(request, by) ? null : 'same-person';
}

/** The desk: nobody decides on what they had a hand in, or are paid for. */
export function refuseDecider(request: Persons, by: string): PersonRefusal | null {
  if (by === request.payeeId) return 'own-payment';
  const { createdBy, sentBy, checkedBy } = request;
  return [createdBy, sentBy, checkedBy].includes(by) ? 'own-request' : null;
}

/** A kind of group that handles money though it is not certified: the loop of a département (part 2.1). */
export const isFinanceable = (group: { kind: string; certifiedAt: Date | null }): boolean =>
  group.certifiedAt !== null || group.kind === 'county-loop';

/** What a claim on a fund rests on. */
export interface ClaimGround {
  isCertified: boolean;
  budget: {
    state: string;
    flaggedAt: Date | null;
    /** The desk kept it after a lost certification. */
    isKept: boolean;
  };
}

export type ClaimRefusal = 'not-certified' | 'budget-flagged' | 'budget-not-validated';

/** R24: new claims end with the certification; a budget that the desk kept is still claimed on. */
export function refuseClaim({ isCertified, budget }: ClaimGround): ClaimRefusal | null {
  if (budget.state !== 'validated') return 'budget-not-validated';
  if (budget.flaggedAt !== null) return 'budget-flagged';
  return isCertified || budget.isKept ? null : 'not-certified';
}
