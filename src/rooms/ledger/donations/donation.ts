/** An earmarked donation (R25): who gave is not kept, the platform that received it knows, under its reference. */
import type { Destination, DestinationRefusal } from './destination.ts';

/** Cents. */
export interface DonationBounds {
  min: number;
  max: number;
}

/** Part 2.1: 1 € to 4 600 €, unless the movement settled otherwise. */
export const USUAL_BOUNDS: DonationBounds = { min: 100, max: 460_000 };

/** Characters. */
export const LENGTHS = { reference: 80, reason: 500 } as const;

/** Nothing older is brought in. */
const FIRST_DAY = '2000-01-01';

export type DonationField = 'reference' | 'givenOn' | 'amount' | 'destination';

export type DonationRefusal =
  | 'reference-missing'
  | 'reference-unreadable'
  | 'reference-twice'
  | 'reference-known'
  | 'day-unreadable'
  | 'day-to-come'
  | 'day-too-old'
  | 'amount-missing'
  | 'amount-unreadable'
  | 'amount-negative'
  | 'amount-too-small'
  | 'amount-too-large'
  | DestinationRefusal;

/** What is known of a donation before it is taken. */
export interface NewDonation {
  /** '' : none. */
  reference: string;
  /** `YYYY-MM-DD`. */
  givenOn: string;
  /** Cents. */
  amount: number;
  destination: Destination;
}

export interface Donation extends Omit<NewDonation, 'destination'> {
  id: string;
  account: { kind: 'group' | 'fund' | 'solidarity'; holderId: string | null };
  enteredAt: Date;
  /** It came in a file. */
  isImported: boolean;
  takenBackAt: Date | null;
}

/** Letters, figures and the few signs that references are made of: never a formula, never a sentence. */
export function checkReference(
  reference: string,
  { required }: { required: boolean },
): DonationRefusal | null {
  if (reference === '') return required ? 'reference-missing' : null;
  return /^[\p{L}\p{N}][\p{L}\p{N} ._/#:-]*$/u.test(reference) &&
    [...reference].length <= LENGTHS.reference
    ? null
    : 'reference-unreadable';
}

/** `day`: as read, null when it is none. */
export function checkDay(day: string | null, today: string): DonationRefusal | null {
  if (day === null) return 'day-unreadable';
  if (day > today) return 'day-to-come';
  return day < FIRST_DAY ? 'day-too-old' : null;
}

export function checkAmount(cents: number, bounds: DonationBounds): DonationRefusal | null {
  if (cents < bounds.min) return 'amount-too-small';
  return cents > bounds.max ? 'amount-too-large' : null;
}

/** Why a donation is not taken back. */
export type TakeBackRefusal =
  | 'already-taken-back'
  | 'already-spent'
  | 'reason-missing'
  | 'reason-too-long';

export function checkReason(reason: string): 'reason-missing' | 'reason-too-long' | null {
  if (reason === '') return 'reason-missing';
  return [...reason].length > LENGTHS.reason ? 'reason-too-long' : null;
}
