import { randomUUID } from 'node:crypto';
import {
  type AccountKind,
  type AccountRef,
  type Entry,
  type RecordedKind,
  recordEntries,
} from '../../src/rooms/ledger/index.ts';
import type { TestSite } from '../site-client.ts';

/** An account of a holder, or of the organisation. */
export const account = (kind: AccountKind, holderId?: string): AccountRef => ({
  kind,
  ...(holderId !== undefined && { holderId }),
});

/** An entry of a holder's money, as rooms record it. */
export const entry = (
  kind: RecordedKind,
  from: AccountRef,
  to: AccountRef,
  amount: number,
  more: Partial<Entry> = {},
): Entry => ({ kind, from, to, amount, ...more });

/** Records what must be recorded. */
export async function record(
  site: Pick<TestSite, 'db'>,
  movement: { id: string },
  ...entries: readonly Entry[]
): Promise<string[]> {
  const done = await recordEntries(site.db, { organisationId: movement.id, by: null }, entries);
  if (!done.ok) throw new Error(done.refusal);
  return done.ids;
}

/** Gives a fund its money: cents. `fundId`: any id, for what only the ledger is asked about. */
export async function endowFund(
  site: Pick<TestSite, 'db'>,
  movement: { id: string },
  amount: number,
  fundId: string = randomUUID(),
): Promise<string> {
  await record(
    site,
    movement,
    entry('fund-endowed', account('own-funds'), account('fund', fundId), amount),
  );
  return fundId;
}

/** Gives to a group: cents. */
export async function giveToGroup(
  site: Pick<TestSite, 'db'>,
  movement: { id: string },
  amount: number,
  groupId: string = randomUUID(),
): Promise<string> {
  await record(
    site,
    movement,
    entry('donation', account('donations'), account('group', groupId), amount),
  );
  return groupId;
}
