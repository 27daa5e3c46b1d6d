import * as m from '../../../paraglide/messages.js';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import type { Destination } from './destination.ts';
import {
  type DonationBounds,
  type DonationField,
  type DonationRefusal,
  LENGTHS,
  type TakeBackRefusal,
} from './donation.ts';
import type { ImportRefusal } from './donation-file.ts';
import type { GiveRefusal } from './solidarity.ts';

/** Why a donation is not taken, or a line of a file not imported. */
export const donationProblems: Record<DonationRefusal, (bounds: DonationBounds) => string> = {
  'reference-missing': m.donations_problem_reference_missing,
  'reference-unreadable': () => m.donations_problem_reference({ count: LENGTHS.reference }),
  'reference-twice': m.donations_problem_reference_twice,
  'reference-known': m.donations_problem_reference_known,
  'day-unreadable': m.donations_problem_day,
  'day-to-come': m.donations_problem_day_to_come,
  'day-too-old': m.donations_problem_day_old,
  'amount-missing': m.donations_problem_amount_missing,
  'amount-unreadable': m.donations_problem_amount,
  'amount-negative': m.donations_problem_amount_negative,
  'amount-too-small': ({ min }) => m.donations_problem_amount_small({ amount: formatMoney(min) }),
  'amount-too-large': ({ max }) => m.donations_problem_amount_large({ amount: formatMoney(max) }),
  'destination-missing': m.donations_problem_destination_missing,
  'destination-unknown': m.donations_problem_destination_unknown,
  'destination-ambiguous': m.donations_problem_destination_ambiguous,
};

export const fieldNames: Record<DonationField, () => string> = {
  reference: m.donations_reference,
  givenOn: m.donations_day,
  amount: m.donations_amount,
  destination: m.donations_destination,
};

export const importProblems: Record<ImportRefusal, () => string> = {
  'already-imported': m.donations_import_already,
  'has-faults': m.donations_import_faulty_meanwhile,
  'no-line': m.donations_import_no_line,
};

export const takeBackProblems: Record<TakeBackRefusal, () => string> = {
  'already-taken-back': m.donations_problem_taken_back,
  'already-spent': m.donations_problem_spent,
  'reason-missing': m.donations_problem_reason,
  'reason-too-long': () => m.donations_problem_long({ count: LENGTHS.reason }),
};

export const giveProblems: Record<GiveRefusal, () => string> = {
  'not-enough': m.donations_problem_not_enough,
  'amount-missing': m.donations_problem_amount_missing,
  'amount-unreadable': m.donations_problem_amount,
  'amount-negative': m.donations_problem_amount_negative,
  'amount-too-large': m.donations_problem_amount,
  'destination-missing': m.donations_problem_destination_missing,
  'destination-unknown': m.donations_problem_destination_unknown,
  'destination-ambiguous': m.donations_problem_destination_ambiguous,
  'reason-missing': m.donations_problem_reason,
  'reason-too-long': () => m.donations_problem_long({ count: LENGTHS.reason }),
};

/** Where money goes, in words and as an address. */
export const nameDestination = (destination: Destination): { name: string; address: string } =>
  destination.kind === 'solidarity'
    ? { name: m.donations_solidarity(), address: urls.solidarity() }
    : destination;

/** A number for a sentence: which form it takes, and how it is written. */
export const counted = (count: number) => ({ count, number: formatNumber(count) });
