/** Transfers: who is paid by which account, in which batch, and what became of it. Amounts are cents, days `YYYY-MM-DD`. */

/** Expenses of an election are paid by an account of their own. */
export const PAYERS = ['usual', 'campaign'] as const;
export type Payer = (typeof PAYERS)[number];

export const PAYER_SEGMENTS: Record<Payer, string> = { usual: 'habituel', campaign: 'campagne' };
export const readPayer = (segment: string | null): Payer =>
  segment === PAYER_SEGMENTS.campaign ? 'campaign' : 'usual';

/** What pages know of an account that pays. */
export interface PayerAccount {
  kind: Payer;
  name: string;
  ibanLast4: string;
  version: number;
  savedAt: Date;
}

export interface Batch {
  id: string;
  number: number;
  payer: Payer;
  messageId: string;
  executedOn: string;
  payments: number;
  amount: number;
  madeAt: Date;
  cancelledAt: Date | null;
  /** Of its payments: how many wait, are paid, came back. */
  waiting: number;
  paid: number;
  rejected: number;
}

/** sent: in a batch, and the bank has not said; cancelled: with its batch. */
export type PaymentState = 'sent' | 'paid' | 'rejected' | 'cancelled';

export interface Payment {
  id: string;
  batchId: string;
  requestId: string;
  amount: number;
  endToEndId: string;
  label: string;
  ibanLast4: string;
  state: PaymentState;
  settledOn: string | null;
  reason: string;
}

export type BatchRefusal =
  | 'no-account'
  | 'nothing-chosen'
  | 'too-many'
  | 'no-day'
  | 'day-past'
  | 'day-far'
  | 'label-missing'
  | 'own-payment'
  | 'no-bank-details'
  | 'not-to-pay';

/** A request that somebody chose, with the words that its payee will read. */
export interface Chosen {
  requestId: string;
  label: string;
}

export const MOST_IN_BATCH = 500;
export const FARTHEST_DAYS = 60;
export const LABEL_LENGTH = 140;
export const REASON_LENGTH = 300;
/** The bank is asked for a day that has not gone by, and not for one that nobody will remember. */
export function refuseDay(day: string | null, today: string, last: string): BatchRefusal | null {
  if (day === null) return 'no-day';
  if (day < today) return 'day-past';
  return day > last ? 'day-far' : null;
}

export function refuseChosen(chosen: readonly Chosen[]): BatchRefusal | null {
  if (chosen.length === 0) return 'nothing-chosen';
  if (chosen.length > MOST_IN_BATCH) return 'too-many';
  return chosen.some(({ label }) => label.trim() === '') ? 'label-missing' : null;
}

/** Ids that the bank gives back: letters, digits and hyphens, within 35 signs, never made twice in an organisation. */
export const messageIdOf = (number: number): string => `PALABRE-${number}`;
export const endToEndIdOf = (number: number, position: number): string =>
  `${messageIdOf(number)}-${position}`;

export type SettleRefusal = 'gone' | 'already-settled' | 'own-payment' | 'not-now';

/** A batch is cancelled while the bank has said nothing of any of its payments. */
export function refuseCancel(
  batch: Pick<Batch, 'cancelledAt' | 'waiting' | 'payments'>,
): 'already-cancelled' | 'already-settled' | null {
  if (batch.cancelledAt !== null) return 'already-cancelled';
  return batch.waiting === batch.payments ? null : 'already-settled';
}
