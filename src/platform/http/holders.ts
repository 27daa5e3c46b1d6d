import type { Tx } from '../database/database.ts';
import type { RelatedLink } from './visit.ts';

/** What holds shared money, and what rooms tell the ledger, which knows none of them. */

/** What of any room may hold shared money: a group, a fund. */
export interface MoneyHolder {
  kind: 'group' | 'fund';
  id: string;
  /** What its address says. */
  slug: string;
  name: string;
  /** Where it is seen. */
  address: string;
}

/** Whose accounts the ledger keeps besides those of the organisation. */
export type HolderKind = 'fund' | 'group';

/** Who holds an account: a fund, a group. */
export interface NamedHolder {
  name: string;
  address: string;
}

/** A kind of thing that waits for the finance desk: how many, and where they are done. */
export interface FinanceTask {
  /** Without the number, in agreement with it: « Budgets à valider ». */
  label(said: { count: number }): string;
  count: number;
  address: string;
}

/** What rooms tell the ledger, which knows none of them. */
export interface HolderAnswers {
  /** Holders of accounts, by their id, whatever room they are of. */
  nameHolders(
    holders: readonly { kind: HolderKind; id: string }[],
  ): Promise<ReadonlyMap<string, NamedHolder>>;
  /** Ids of holders of whatever room whose names hold these words. */
  seekHolders(words: string): Promise<string[]>;
  /** Groups and funds that are called so: by their address, or by their name whatever its accents and capitals. */
  findHolders(called: readonly string[]): Promise<MoneyHolder[]>;
  /** What an entry of the ledger stands for, and where the desk sees it, in the order of the floors. */
  findEntrySubjects(about: { kind: string; id: string }): Promise<RelatedLink[]>;
  /** What waits for the finance desk, in the order of the floors. */
  listFinanceTasks(): Promise<FinanceTask[]>;
  /** Holds the actions of a fund whose threshold is about to change (`Room.holdActions`). */
  holdActions(tx: Tx, fundId: string): Promise<void>;
  /** Makes those fundable that reach it now, in its transaction (`Room.releaseActions`). `by`: who changed it. */
  releaseActions(tx: Tx, by: string, fundId: string): Promise<void>;
}
