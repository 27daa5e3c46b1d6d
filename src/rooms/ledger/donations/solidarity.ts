/** The national solidarity fund: what comes in by donations is given to a group or a fund, with a reason. */
import type { AccountKind, EntryKind } from '../ledger.ts';
import type { DestinationRefusal } from './destination.ts';

export type GiveRefusal =
  | 'amount-missing'
  | 'amount-unreadable'
  | 'amount-negative'
  | 'amount-too-large'
  | 'not-enough'
  | 'reason-missing'
  | 'reason-too-long'
  | DestinationRefusal;

/** An entry as one account sees it. */
export interface AccountLine {
  id: string;
  sequence: number;
  kind: EntryKind;
  /** Cents: above zero where money came in. */
  amount: number;
  other: { kind: AccountKind; holderId: string | null };
  words: string;
  /** `YYYY-MM-DD`. */
  countedOn: string;
}

export const LINES_A_PAGE = 30;

/** The number of the entry after which a page begins. */
export const readAfter = (typed: string | null): number | null =>
  /^\d{1,15}$/.test(typed ?? '') ? Number(typed) : null;
