import { urlsOfActions } from './urls-of-actions.ts';
import { urlsOfDonations } from './urls-of-donations.ts';
import { urlsOfFunds } from './urls-of-funds.ts';
import { urlsOfGroups } from './urls-of-groups.ts';
import { urlsOfLedger } from './urls-of-ledger.ts';
import { urlsOfSpending } from './urls-of-spending.ts';

/** What only a movement has: groups, and their shared money. A part of `urls`; elsewhere these addresses are not there. */
export const urlsOfMovements = {
  ...urlsOfActions,
  ...urlsOfDonations,
  ...urlsOfFunds,
  ...urlsOfGroups,
  ...urlsOfLedger,
  ...urlsOfSpending,
} as const;
