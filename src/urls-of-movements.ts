import { urlsOfActions } from './urls-of-actions.ts';
import { urlsOfDonations } from './urls-of-donations.ts';
import { urlsOfFunds } from './urls-of-funds.ts';
import { urlsOfGroups } from './urls-of-groups.ts';
import { urlsOfLedger } from './urls-of-ledger.ts';
import { urlsOfPayments } from './urls-of-payments.ts';
import { urlsOfRequests } from './urls-of-requests.ts';
import { urlsOfSpending } from './urls-of-spending.ts';

/** What only a movement has: its groups, and the money that they share. A part of `urls`, which everybody asks. */
export const urlsOfMovements = {
  ...urlsOfActions,
  ...urlsOfDonations,
  ...urlsOfFunds,
  ...urlsOfGroups,
  ...urlsOfLedger,
  ...urlsOfPayments,
  ...urlsOfRequests,
  ...urlsOfSpending,
} as const;
